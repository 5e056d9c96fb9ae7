import { useTranslation } from 'react-i18next';
import type { AvpFieldId } from '../../../shared/domain/avp.ts';
import { withoutCitations } from '../../../shared/domain/citation.ts';
import { useCall } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Avp.module.css';

interface FieldHistoryProps {
  readonly avpId: string;
  readonly field: AvpFieldId;
  readonly onClose: () => void;
  readonly onUse: (text: string) => void;
}

/** Every earlier text of one field; nothing that was written is ever gone. */
export function FieldHistory({ avpId, field, onClose, onUse }: FieldHistoryProps) {
  const { t, i18n } = useTranslation('avp');
  const versions = useCall('avp', 'fieldHistory', { id: avpId, field });
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const all = versions.data ?? [];
  return (
    <Dialog
      title={t('history-title', { field: t(`fields.${field}.label`) })}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('close')}</Button>}
    >
      {all.length === 0 && <p>{t('history-empty')}</p>}
      <ol className={styles.versions}>
        {all.toReversed().map((version, place) => (
          <li key={version.at}>
            <p className={styles.when}>{place === 0 ? t('history-now') : when.format(version.at)}</p>
            <p>{withoutCitations(version.text)}</p>
            {place > 0 && (
              <Button
                size="s"
                variant="quiet"
                onPress={() => {
                  onUse(version.text);
                  onClose();
                }}
              >
                {t('use-again')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
