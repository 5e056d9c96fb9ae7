import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Observation } from '../../../shared/contract/observations.ts';
import { useCall } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useKeys } from '../../ui/keys/registry.ts';
import { filtered, isFiltering, noFilter } from './filter.ts';
import { FilterBar } from './FilterBar.tsx';
import { NoteForm } from './NoteForm.tsx';
import type { NotingPort } from './noting-port.ts';
import { ObservationList } from './ObservationList.tsx';
import styles from './Observations.module.css';
import type { Noting } from './use-noting.ts';
import type { ObservationsOfRecording } from './use-observations.ts';

interface ObservationPanelProps {
  readonly port: NotingPort;
  readonly noting: Noting;
  readonly actions: ObservationsOfRecording;
  readonly selectedId: string | null;
  readonly onSelect: (id: string | null) => void;
}

/** Noting what is seen and heard, and the list of it beside the picture. */
export function ObservationPanel(props: ObservationPanelProps) {
  const { port, noting, actions, selectedId, onSelect } = props;
  const { t } = useTranslation('observations');
  const people = useCall('people', 'list', {});
  const [filter, setFilter] = useState(noFilter);
  const names = new Map((people.data ?? []).map(({ id, name }) => [id, name]));
  const shown = filtered(actions.observations, filter);
  const jump = useCallback(
    ({ id, atMs }: Observation) => {
      port.seekMs(atMs);
      onSelect(id);
    },
    [port, onSelect],
  );
  return (
    <div className={styles.panel}>
      <NoteForm noting={noting} />
      {actions.error && <ErrorNote error={actions.error} />}
      {actions.observations.length > 3 && <FilterBar filter={filter} onFilter={setFilter} />}
      {actions.observations.length === 0 && <p className={styles.hint}>{t('none')}</p>}
      {shown.length === 0 && isFiltering(filter) && (
        <p className={styles.hint}>
          {t('none-fit')}{' '}
          <Button size="s" variant="quiet" onPress={() => setFilter(noFilter)}>
            {t('show-all')}
          </Button>
        </p>
      )}
      <ObservationList
        observations={shown}
        playhead={port}
        selectedId={selectedId}
        onSelect={jump}
        names={names}
        changes={actions.changes}
      />
    </div>
  );
}

/** The keys of noting; apart from the panel, so that they work while another tab is in front. */
export function useNotingKeys(noting: Noting, onNote: () => void): void {
  const { t } = useTranslation('observations');
  const group = t('keys');
  useKeys([
    {
      id: 'note.here',
      keys: ['n'],
      label: t('key-note'),
      group,
      run: () => {
        onNote();
        // The panel may have to come into the page first.
        requestAnimationFrame(noting.noteHere);
      },
    },
    {
      id: 'note.range',
      keys: ['r'],
      label: t('key-range'),
      group,
      run: () => {
        onNote();
        requestAnimationFrame(noting.markRange);
      },
    },
  ]);
}
