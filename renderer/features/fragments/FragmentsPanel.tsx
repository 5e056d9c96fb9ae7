import { ListVideo } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fragment } from '../../../shared/contract/fragments.ts';
import type { Recording } from '../../../shared/contract/recordings.ts';
import type { FrameClock } from '../../../shared/domain/frames.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FragmentItem } from './FragmentItem.tsx';
import styles from './Fragments.module.css';
import { MarkBar } from './MarkBar.tsx';
import { NewCase } from './NewCase.tsx';
import type { FragmentsOfRecording } from './use-fragments.ts';
import type { Marks } from './use-marks.ts';

interface FragmentsPanelProps {
  readonly recording: Recording;
  readonly clock: FrameClock;
  readonly marks: Marks;
  readonly actions: FragmentsOfRecording;
  readonly selectedId: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly onCreate: () => void;
  readonly onPlay: (fragment: Fragment, loop: boolean) => void;
  readonly onPlayAll: () => void;
}

/** The fragments of a recording: marking one, and everything that can be done with those that are there. */
export function FragmentsPanel(props: FragmentsPanelProps) {
  const { recording, clock, marks, actions, selectedId, onSelect } = props;
  const { t } = useTranslation('fragments');
  const { fragments } = actions;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = fragments.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const choose = (id: string, is: boolean): void => {
    const after = new Set(left);
    if (is) after.delete(id);
    else after.add(id);
    setLeft(after);
  };
  return (
    <div className={styles.panel}>
      <MarkBar marks={marks} clock={clock} onCreate={props.onCreate} />
      {selectedId !== null && (
        <Button size="s" variant="quiet" onPress={() => onSelect(null)}>
          {t('new-one')}
        </Button>
      )}
      {actions.error && <ErrorNote error={actions.error} />}
      {fragments.length === 0 ? (
        <p className={styles.words}>{t('none')}</p>
      ) : (
        <ul className={styles.list} aria-label={t('list')}>
          {fragments.map((fragment) => (
            <FragmentItem
              key={fragment.id}
              fragment={fragment}
              selected={fragment.id === selectedId}
              chosen={!left.has(fragment.id)}
              onSelect={() => onSelect(fragment.id)}
              onChoose={(is) => choose(fragment.id, is)}
              onPlay={(loop) => props.onPlay(fragment, loop)}
              onRename={(name) => actions.rename(fragment.id, name)}
              onAgain={() => actions.cutAgain(fragment.id)}
              onRemove={() => {
                if (fragment.id === selectedId) onSelect(null);
                actions.remove(fragment);
              }}
            />
          ))}
        </ul>
      )}
      {fragments.length > 0 && (
        <div className={styles.foot}>
          {fragments.length > 1 && (
            <Button variant="quiet" icon={ListVideo} onPress={props.onPlayAll}>
              {t('play-all')}
            </Button>
          )}
          <NewCase recording={recording} fragmentIds={chosen} />
        </div>
      )}
    </div>
  );
}
