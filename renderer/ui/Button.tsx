import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Link } from 'wouter';
import { cx } from './cx.ts';
import styles from './Button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'caution';
export type ButtonSize = 's' | 'm' | 'l';

interface Look {
  /** One primary button per screen at most. */
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly children: ReactNode;
}

type ButtonProps = Look &
  Omit<AriaButtonProps, 'children' | 'className' | 'style'> & { readonly ref?: Ref<HTMLButtonElement> };

/** A button with words; its icon stands before them. */
export function Button({ variant, size, icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={look(variant, size)}>
      {content(icon, children)}
    </AriaButton>
  );
}

/** A link that leads to another screen and looks like a button. `to` is a route such as `/bring-in`. */
export function LinkButton({ variant, size, icon, children, to }: Look & { readonly to: string }) {
  return (
    <Link href={to} className={look(variant, size)}>
      {content(icon, children)}
    </Link>
  );
}

function look(variant: ButtonVariant = 'secondary', size: ButtonSize = 'm'): string {
  return cx(styles.button, styles[variant], styles[`size-${size}`]);
}

function content(Icon: LucideIcon | undefined, children: ReactNode) {
  return (
    <>
      {Icon && <Icon className={styles.icon} aria-hidden />}
      <span>{children}</span>
    </>
  );
}
