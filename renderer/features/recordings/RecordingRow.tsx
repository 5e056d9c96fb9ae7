import { Pencil, Trash2 } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Recording } from '../../../shared/contract/recordings.ts';
import { formatBytes, formatMoment } from '../../ui/format.ts';
import { Menu } from '../../ui/Menu.tsx';
import styles from './RecordingRow.module.css';
import { RecordingStill } from './RecordingStill.tsx';

interface RecordingRowProps {
  /** Undefined while it is still being asked for. */
  readonly recording: Recording | undefined;
  readonly ownerName: string | null;
  readonly onRename: (recording: Recording) => void;
  readonly onRemove: (recording: Recording) => void;
}

/**
 * One recording in the list: what it looks like, when, how long, whose, and what is being done to it.
 * Remembered, because the list is drawn again at every step of scrolling.
 */
export const RecordingRow = memo(function RecordingRow(props: RecordingRowProps) {
  const { recording, ownerName, onRename, onRemove } = props;
  const { t, i18n } = useTranslation(['recordings', 'common']);
  if (!recording) return <div className={styles.waiting} />;
  const { id, title, playability, fragmentCount } = recording;
  const facts = [
    formatMoment(recording.recordedAt ?? recording.importedAt, i18n.language),
    ownerName,
    formatBytes(recording.sizeBytes, i18n.language),
  ];
  return (
    <article className={styles.row}>
      <Link href={`/recordings/${id}`} className={styles.link}>
        <span className={styles.still}>
          <RecordingStill recording={recording} />
        </span>
        <span className={styles.words}>
          <span className={styles.title}>{title}</span>
          <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>
        </span>
        {playability !== 'direct' && playability !== 'proxy' && (
          <span className={styles.badge}>{t(`playability.${playability}`)}</span>
        )}
        {fragmentCount > 0 && (
          <span className={styles.count}>{t('fragments', { count: fragmentCount })}</span>
        )}
      </Link>
      <Menu
        label={t('actions', { title })}
        actions={[
          { id: 'rename', label: t('common:rename'), icon: Pencil, run: () => onRename(recording) },
          {
            id: 'remove',
            label: t('common:remove'),
            icon: Trash2,
            takesAway: true,
            run: () => onRemove(recording),
          },
        ]}
      />
    </article>
  );
});
