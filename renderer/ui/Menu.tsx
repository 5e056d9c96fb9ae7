import { MoreHorizontal, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Menu.module.css';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly isDisabled?: boolean;
  /** Takes something away; stands apart from the rest. */
  readonly takesAway?: boolean;
  readonly run: () => void;
}

interface MenuProps {
  /** What the menu is about, spoken: "Acties voor Les rekenen". */
  readonly label: string;
  readonly actions: readonly MenuAction[];
  /** Another button than the three dots; must be a Button or IconButton. */
  readonly trigger?: ReactElement;
}

/** Actions that are seldom used, behind one button. */
export function Menu({ label, actions, trigger }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger ?? <IconButton icon={MoreHorizontal} label={label} />}
      <Popover className={styles.popover ?? ''} offset={4}>
        <AriaMenu aria-label={label} className={styles.list ?? ''}>
          {actions.map(({ id, label: words, icon: Icon, isDisabled, takesAway, run }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={words}
              isDisabled={isDisabled ?? false}
              onAction={run}
              className={cx(styles.item, takesAway && styles.apart)}
            >
              {Icon && <Icon className={styles.icon} aria-hidden />}
              {words}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
