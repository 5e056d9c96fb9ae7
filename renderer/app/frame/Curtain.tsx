import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import styles from './Curtain.module.css';
import { Logo } from './Logo.tsx';

interface CurtainProps {
  readonly isDrawn: boolean;
  readonly onOpen: () => void;
}

/** Hides everything for whoever walks in, and silences the video. */
export function Curtain({ isDrawn, onOpen }: CurtainProps) {
  const { t } = useTranslation('app');
  useEffect(() => {
    if (!isDrawn) return undefined;
    for (const video of document.querySelectorAll('video')) video.pause();
    const title = document.title;
    document.title = 'Drieluik';
    return () => {
      document.title = title;
    };
  }, [isDrawn]);
  if (!isDrawn) return null;
  return (
    <div
      className={styles.curtain}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a dialog element would close on Escape: the curtain stays
      role="dialog"
      aria-modal
      aria-label={t('curtain.title')}
    >
      <Logo />
      <h1>{t('curtain.title')}</h1>
      <p>{t('curtain.words')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- everything behind is inert: focus must go somewhere */}
      <Button autoFocus size="l" onPress={onOpen}>
        {t('curtain.open')}
      </Button>
    </div>
  );
}
