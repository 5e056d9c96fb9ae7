import { History, Pencil, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Observation } from '../../../shared/contract/observations.ts';
import { KindMark } from '../../ui/KindMark.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { formatTime } from '../timeline/index.ts';
import { EditNote } from './EditNote.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import styles from './Observations.module.css';
import type { ObservationsOfRecording } from './use-observations.ts';

interface ObservationItemProps {
  readonly observation: Observation;
  readonly authorName: string | null;
  /** The playhead has reached this one. */
  readonly now: boolean;
  readonly selected: boolean;
  readonly onJump: (observation: Observation) => void;
  readonly changes: ObservationsOfRecording['changes'];
}

/** One note in the list: a press jumps to its moment. */
export const ObservationItem = memo(function ObservationItem(props: ObservationItemProps) {
  const { observation, authorName, now, selected, onJump, changes } = props;
  const { t, i18n } = useTranslation(['observations', 'common']);
  const [editing, setEditing] = useState(false);
  const [history, setHistory] = useState(false);
  const { id, kind, text, tag, atMs, untilMs, drawing, edits } = observation;
  const from = formatTime(atMs, i18n.language);
  const time = untilMs === null ? from : t('from-until', { from, until: formatTime(untilMs, i18n.language) });
  const about = [authorName, tag, drawing && t('drawing.short'), edits > 0 && t('edited')].filter(Boolean);
  return (
    <div className={styles.item} data-now={now || undefined} data-selected={selected || undefined}>
      {editing ? (
        <EditNote
          observation={observation}
          onSave={(change) => changes.edit(id, change)}
          onDone={() => setEditing(false)}
        />
      ) : (
        <>
          <button
            type="button"
            className={styles.jump}
            onClick={() => onJump(observation)}
            aria-current={selected || undefined}
          >
            <span className={styles.meta}>
              <KindMark kind={kind} />
              <span className={styles.time}>{time}</span> {t(`common:kinds.${kind}`)}
            </span>
            <span className={styles.text}>{text === '' ? t('drawing.only') : text}</span>
            {about.length > 0 && <span className={styles.about}>{about.join(' · ')}</span>}
          </button>
          <Menu
            label={t('actions', { time })}
            actions={[
              { id: 'edit', label: t('edit'), icon: Pencil, run: () => setEditing(true) },
              { id: 'history', label: t('history'), icon: History, run: () => setHistory(true) },
              {
                id: 'remove',
                label: t('common:remove'),
                icon: Trash2,
                takesAway: true,
                run: () => changes.remove(observation),
              },
            ]}
          />
        </>
      )}
      {history && <HistoryDialog id={id} onClose={() => setHistory(false)} />}
    </div>
  );
});
