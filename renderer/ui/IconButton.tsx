import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { cx } from './cx.ts';
import styles from './IconButton.module.css';
import { Tooltip } from './Tooltip.tsx';

interface Shown {
  readonly icon: LucideIcon;
  /** Spoken and shown on hover and focus. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly size?: 's' | 'm' | 'l' | undefined;
}

type IconButtonProps = Shown &
  Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> & {
    readonly ref?: Ref<HTMLButtonElement>;
  };

/** A small button for what is done often and is known by its picture. */
export function IconButton({ icon: Icon, label, shortcut, size = 'm', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <AriaButton {...rest} aria-label={label} className={cx(styles.button, styles[`size-${size}`])}>
        <Icon className={styles.icon} aria-hidden />
      </AriaButton>
    </Tooltip>
  );
}

interface ToggleProps extends Shown {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly isDisabled?: boolean;
}

/** As IconButton, for what is on or off. */
export function IconToggle({ icon: Icon, label, shortcut, size = 'm', ...rest }: ToggleProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <ToggleButton {...rest} aria-label={label} className={cx(styles.button, styles[`size-${size}`])}>
        <Icon className={styles.icon} aria-hidden />
      </ToggleButton>
    </Tooltip>
  );
}
