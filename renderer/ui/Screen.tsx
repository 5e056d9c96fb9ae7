import { ArrowLeft, Eye } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { announce } from './announcer.tsx';
import { cx } from './cx.ts';
import styles from './Screen.module.css';

interface ScreenProps {
  readonly title: string;
  /** Shown instead of the title where it can be edited in place; the title stays the name of the window. */
  readonly head?: ReactNode;
  /** Buttons at the right of the head; one primary at most on the whole screen. */
  readonly actions?: ReactNode;
  /** Who this screen shows what to; leave out for "who looks along now". */
  readonly audience?: string;
  readonly back?: { readonly to: string; readonly label: string };
  /** The content takes exactly the height that is left (player, triptych) instead of scrolling. */
  readonly fills?: boolean;
  readonly children: ReactNode;
}

/** One screen: its head with title and who can see it, and its content. */
export function Screen({ title, head, actions, audience, back, fills, children }: ScreenProps) {
  const { t } = useTranslation('common');
  useEffect(() => {
    document.title = `${title} · Drieluik`;
    announce(title);
  }, [title]);
  return (
    <div className={cx(styles.screen, fills && styles.fills)}>
      <header className={styles.head}>
        {back && (
          <Link href={back.to} className={styles.back} aria-label={back.label} title={back.label}>
            <ArrowLeft aria-hidden />
          </Link>
        )}
        <div className={styles.title}>{head ?? <h1>{title}</h1>}</div>
        <p className={styles.audience}>
          <Eye aria-hidden />
          {audience ?? t('audience')}
        </p>
        {actions}
      </header>
      <div className={styles.content}>{children}</div>
    </div>
  );
}
