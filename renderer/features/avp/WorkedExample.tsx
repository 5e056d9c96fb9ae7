import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Avp.module.css';
import { avpParts } from './avp-parts.ts';

/** A plan that somebody might have written: small, concrete, about the teacher. */
export function WorkedExample({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('avp');
  return (
    <Dialog
      title={t('example-title')}
      isOpen
      wide
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('close')}</Button>}
    >
      <p>{t('example-intro')}</p>
      <dl className={styles.example}>
        {avpParts.flatMap((part) =>
          part.fields.map((field) => (
            <div key={field}>
              <dt>{t(`fields.${field}.label`)}</dt>
              <dd>{t(`example-text.${field}`)}</dd>
            </div>
          )),
        )}
      </dl>
    </Dialog>
  );
}
