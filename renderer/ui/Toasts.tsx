import { Undo2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';
import { dismissToast, stayOf, useToasts, type Toast } from './toasts.ts';
import styles from './Toasts.module.css';

/** Where toasts appear; once in the frame. */
export function Toasts() {
  const { t } = useTranslation('common');
  const { toasts } = useToasts();
  return (
    <section className={styles.region} aria-label={t('notices')} aria-live="polite">
      {toasts.map((shown) => (
        <ToastCard key={shown.id} shown={shown} />
      ))}
    </section>
  );
}

function ToastCard({ shown }: { readonly shown: Toast }) {
  const { t } = useTranslation('common');
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const stay = stayOf(shown);
    if (held || stay === null) return undefined;
    const timer = setTimeout(() => dismissToast(shown.id), stay);
    return () => clearTimeout(timer);
  }, [held, shown]);
  const close = (): void => dismissToast(shown.id);
  return (
    <div
      className={cx(styles.toast, shown.tone === 'trouble' && styles.trouble)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className={styles.words}>{shown.words}</p>
      {shown.undo && (
        <Button
          size="s"
          icon={Undo2}
          onPress={() => {
            shown.undo?.();
            close();
          }}
        >
          {t('undo')}
        </Button>
      )}
      <IconButton icon={X} label={t('close')} size="s" onPress={close} />
    </div>
  );
}
