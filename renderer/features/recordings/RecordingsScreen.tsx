import { Download } from 'lucide-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/Button.tsx';
import { FilmDrawing } from '../../ui/drawings/FilmDrawing.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { usePeople } from '../people/index.ts';
import { RecordingRow } from './RecordingRow.tsx';
import styles from './RecordingsScreen.module.css';
import { RenameDialog } from './RenameDialog.tsx';
import { useRemoveRecording } from './use-remove-recording.ts';
import { useRecordings } from './use-recordings.ts';
import type { Recording } from '../../../shared/contract/recordings.ts';

const rowPx = 92;

/** All recordings, newest first; also when there are thousands. */
export function RecordingsScreen() {
  const { t } = useTranslation('recordings');
  const scroller = useRef<HTMLDivElement>(null);
  const [renaming, setRenaming] = useState<Recording | null>(null);
  const { nameOf } = usePeople();
  const removeWithUndo = useRemoveRecording();
  const [shown, setShown] = useState({ first: 0, last: 20 });
  const { total, at, error, isPending } = useRecordings(shown.first, shown.last);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 6,
    onChange: ({ range }) => {
      const next = { first: range?.startIndex ?? 0, last: (range?.endIndex ?? 0) + 20 };
      setShown((old) => (old.first === next.first && old.last === next.last ? old : next));
    },
  });
  return (
    <Screen
      title={t('title')}
      fills
      actions={
        total > 0 && (
          <LinkButton to="/bring-in" icon={Download} variant="primary">
            {t('bring-in')}
          </LinkButton>
        )
      }
    >
      {error && <ErrorNote error={error} />}
      {!isPending && !error && total === 0 && (
        <EmptyState
          drawing={<FilmDrawing />}
          title={t('none')}
          action={
            <LinkButton to="/bring-in" icon={Download} variant="primary" size="l">
              {t('bring-in')}
            </LinkButton>
          }
        >
          {t('none-words')}
        </EmptyState>
      )}
      <div ref={scroller} className={styles.scroller} hidden={total === 0}>
        <ul className={styles.list} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start, key }) => (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={total}
              aria-posinset={index + 1}
            >
              <RecordingRow
                recording={at(index)}
                ownerName={nameOf(at(index)?.ownerId ?? null)}
                onRename={setRenaming}
                onRemove={removeWithUndo}
              />
            </li>
          ))}
        </ul>
      </div>
      {renaming && <RenameDialog recording={renaming} onClose={() => setRenaming(null)} />}
    </Screen>
  );
}
