import { cx } from './cx.ts';
import styles from './KindMark.module.css';

export type MarkKind = 'observation' | 'question' | 'tip';

/** Circle, diamond, triangle: a kind can be told apart without its colour. Decorative; say the kind in words too. */
const shapes: Readonly<Record<MarkKind, string>> = {
  observation: 'M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2Z',
  question: 'M8 1l7 7-7 7-7-7Z',
  tip: 'M8 1.5 15 14H1Z',
};

export function KindMark({ kind }: { readonly kind: MarkKind }) {
  return (
    <svg viewBox="0 0 16 16" className={cx(styles.mark, styles[kind])} aria-hidden>
      <path d={shapes[kind]} />
    </svg>
  );
}
