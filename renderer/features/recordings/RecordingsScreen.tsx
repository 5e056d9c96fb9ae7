import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/use-pages.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { FilmDrawing } from '../../ui/drawings/FilmDrawing.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { usePeople } from '../people/index.ts';
import { RecordingRow } from './RecordingRow.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { useRemoveRecording } from './use-remove-recording.ts';
import type { Recording } from '../../../shared/contract/recordings.ts';

const rowPx = 92;

/** All recordings, newest first; also when there are thousands. */
export function RecordingsScreen() {
  const { t } = useTranslation('recordings');
  const [renaming, setRenaming] = useState<Recording | null>(null);
  const { nameOf } = usePeople();
  const removeWithUndo = useRemoveRecording();
  const { total, at, error, isPending, onShown } = usePages('recordings');
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
      <LongList total={total} rowPx={rowPx} onShown={onShown}>
        {(index) => (
          <RecordingRow
            recording={at(index)}
            ownerName={nameOf(at(index)?.ownerId ?? null)}
            onRename={setRenaming}
            onRemove={removeWithUndo}
          />
        )}
      </LongList>
      {renaming && <RenameDialog recording={renaming} onClose={() => setRenaming(null)} />}
    </Screen>
  );
}
