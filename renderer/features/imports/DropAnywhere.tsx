import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { offerFiles } from '../../api/client.ts';
import styles from './DropAnywhere.module.css';
import { takeOffer } from './offer-store.ts';

/** Takes files that are dropped anywhere on the window, whatever screen is open. */
export function DropAnywhere() {
  const { t } = useTranslation('imports');
  const [, go] = useLocation();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Without a related target the pointer left the window; between elements it did not.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      void takeOffer(offerFiles(files));
      go('/bring-in');
    };
    addEventListener('dragover', drag);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', drag);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [go]);
  if (!over) return null;
  return (
    <div className={styles.veil}>
      <div className={styles.zone}>
        <Download aria-hidden />
        <p>{t('drop-here')}</p>
      </div>
    </div>
  );
}
