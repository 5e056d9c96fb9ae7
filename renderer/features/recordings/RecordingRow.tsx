import { Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Recording } from '../../../shared/contract/recordings.ts';
import { useAction } from '../../api/queries.ts';
import { useErrorSentence } from '../../ui/error-sentence.ts';
import { formatBytes, formatMoment } from '../../ui/format.ts';
import { Menu } from '../../ui/Menu.tsx';
import { toast } from '../../ui/toasts.ts';
import { usePeople } from '../people/index.ts';
import styles from './RecordingRow.module.css';
import { RecordingStill } from './RecordingStill.tsx';

interface RecordingRowProps {
  /** Undefined while it is still being asked for. */
  readonly recording: Recording | undefined;
  readonly onRename: (recording: Recording) => void;
}

/** One recording in the list: what it looks like, when, how long, whose, and what is being done to it. */
export function RecordingRow({ recording, onRename }: RecordingRowProps) {
  const { t, i18n } = useTranslation(['recordings', 'common']);
  const { nameOf } = usePeople();
  const removeWithUndo = useRemoveRecording();
  if (!recording) return <div className={styles.waiting} />;
  const { id, title, playability, fragmentCount } = recording;
  const facts = [
    formatMoment(recording.recordedAt ?? recording.importedAt, i18n.language),
    nameOf(recording.ownerId),
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
            run: () => removeWithUndo(recording),
          },
        ]}
      />
    </article>
  );
}

/** Takes a recording away at once and lets it be put back: quicker and kinder than a question. */
function useRemoveRecording(): (recording: Recording) => void {
  const { t } = useTranslation('recordings');
  const sentence = useErrorSentence();
  const remove = useAction('recordings', 'remove');
  const restore = useAction('recordings', 'restore');
  const onError = (error: Error): void => toast(sentence(error), { tone: 'trouble' });
  return ({ id, title }) =>
    remove.mutate(
      { id },
      {
        onSuccess: () => toast(t('removed', { title }), { undo: () => restore.mutate({ id }, { onError }) }),
        onError,
      },
    );
}
