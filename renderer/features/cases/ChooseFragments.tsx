import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../shared/contract/cases.ts';
import type { Recording } from '../../../shared/contract/recordings.ts';
import { useAction, useCall } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { formatDuration } from '../../ui/format.ts';
import styles from './Cases.module.css';

interface ChooseFragmentsProps {
  readonly kase: CaseDetail;
  readonly onClose: () => void;
}

/** Which fragments lie on the table, in the order in which they are ticked. */
export function ChooseFragments({ kase, onClose }: ChooseFragmentsProps) {
  const { t } = useTranslation('cases');
  const recordings = useCall('recordings', 'list', { limit: 200 });
  const save = useAction('cases', 'setFragments');
  const [ids, setIds] = useState<readonly string[]>(kase.fragments.map(({ id }) => id));
  const withFragments = (recordings.data?.items ?? []).filter((one) => one.fragmentCount > 0);
  const set = (id: string, on: boolean): void =>
    setIds((old) => (on ? [...old, id] : old.filter((one) => one !== id)));
  const done = (): void => save.mutate({ id: kase.id, fragmentIds: [...ids] }, { onSuccess: onClose });
  return (
    <Dialog
      title={t('choose-title')}
      isOpen
      wide
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" onPress={done}>
            {t('done')}
          </Button>
        </>
      }
    >
      {recordings.data && withFragments.length === 0 && <p>{t('choose-none')}</p>}
      {withFragments.map((recording) => (
        <FragmentsOf key={recording.id} recording={recording} ids={ids} onSet={set} />
      ))}
      {save.isError && <ErrorNote error={save.error} />}
    </Dialog>
  );
}

interface FragmentsOfProps {
  readonly recording: Recording;
  readonly ids: readonly string[];
  readonly onSet: (id: string, on: boolean) => void;
}

function FragmentsOf({ recording, ids, onSet }: FragmentsOfProps) {
  const { t } = useTranslation('cases');
  const fragments = useCall('fragments', 'list', { recordingId: recording.id });
  return (
    <fieldset className={styles.group}>
      <legend>{t('from', { title: recording.title })}</legend>
      {(fragments.data ?? []).map((one) => (
        <Checkbox key={one.id} isSelected={ids.includes(one.id)} onChange={(on) => onSet(one.id, on)}>
          {one.name} · {formatDuration(one.outMs - one.inMs)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
