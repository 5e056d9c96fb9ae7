import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  /** A small drawing of our own, from `ui/drawings`. */
  readonly drawing?: ReactNode;
  readonly title: string;
  /** One sentence that teaches what comes here. */
  readonly children?: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
}

/** What stands where nothing is yet. */
export function EmptyState({ drawing, title, children, action }: EmptyStateProps) {
  return (
    <section className={styles.empty}>
      {drawing && <div className={styles.drawing}>{drawing}</div>}
      <h2 className={styles.title}>{title}</h2>
      {children && <p className={styles.words}>{children}</p>}
      {action}
    </section>
  );
}
