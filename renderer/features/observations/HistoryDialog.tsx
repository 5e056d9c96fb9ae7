import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { formatTime } from '../timeline/index.ts';
import styles from './Observations.module.css';

interface HistoryDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** Every version a note has had — words, tag, moment — newest first. */
export function HistoryDialog({ id, onClose }: HistoryDialogProps) {
  const { t, i18n } = useTranslation(['observations', 'common']);
  const history = useCall('observations', 'history', { id });
  const moment = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Dialog title={t('history')} isOpen onClose={onClose}>
      {history.error && <ErrorNote error={history.error} />}
      <ol className={styles.history}>
        {(history.data ?? []).toReversed().map((version, place, all) => (
          // oxlint-disable-next-line react/no-array-index-key -- versions only ever grow: the place from the oldest is theirs
          <li key={all.length - place}>
            <p className={styles.meta}>
              {[
                moment.format(version.at),
                t(`common:kinds.${version.kind}`),
                formatTime(version.atMs, i18n.language),
                version.tag,
                version.drawing && t('drawing.short'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className={styles.text}>{version.text}</p>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
