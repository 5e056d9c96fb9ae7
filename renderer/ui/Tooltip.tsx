import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import styles from './Tooltip.module.css';

interface TooltipProps {
  readonly text: string;
  /** A key as it stands on the keyboard, shown beside the words. */
  readonly shortcut?: string | undefined;
  readonly children: ReactElement;
}

/** A word about a control, after a short wait, also when it has focus. Never holds what is said nowhere else. */
export function Tooltip({ text, shortcut, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} offset={6}>
        {text}
        {shortcut && <kbd className={styles.key}>{shortcut}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
