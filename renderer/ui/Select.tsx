import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { cx } from './cx.ts';
import styles from './Field.module.css';
import menu from './Menu.module.css';

export interface Choice<T extends string> {
  readonly id: T;
  readonly label: string;
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly choices: readonly Choice<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
}

/** One choice out of several that do not all need to be in sight. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, hideLabel, choices, value, onChange, placeholder, isDisabled } = props;
  return (
    <AriaSelect
      className={styles.field ?? ''}
      value={value}
      isDisabled={isDisabled ?? false}
      placeholder={placeholder ?? ''}
      onChange={(key) => {
        const chosen = choices.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <Label className={cx(styles.label, hideLabel && styles.hidden)}>{label}</Label>
      <Button className={cx(styles.input, styles.select)}>
        <SelectValue className={styles.chosen ?? ''} />
        <ChevronDown className={styles.chevron} aria-hidden />
      </Button>
      <Popover className={menu.popover ?? ''} offset={4}>
        <ListBox items={choices} className={menu.list ?? ''}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={menu.item ?? ''}>
              {choice.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
