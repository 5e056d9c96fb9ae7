import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Observation } from '../../../shared/contract/observations.ts';
import { useAction, useCall } from '../../api/queries.ts';
import { useErrorSentence } from '../../ui/error-sentence.ts';
import { toast } from '../../ui/toasts.ts';

const none: readonly Observation[] = [];

/** The observations of a recording (or of a part of it), and changing them. */
export function useObservations(
  recordingId: string,
  part?: { readonly fromMs: number; readonly toMs: number },
) {
  const { t } = useTranslation('observations');
  const sentence = useErrorSentence();
  const list = useCall('observations', 'list', { recordingId, ...part });
  const { mutate: edit } = useAction('observations', 'edit');
  const { mutate: remove } = useAction('observations', 'remove');
  const { mutate: restore } = useAction('observations', 'restore');
  const trouble = useCallback(
    (error: unknown) => toast(sentence(error), { tone: 'trouble' }),
    // The sentence is made of the language alone.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
    [t],
  );
  // Stable, so that a list of thousands is not drawn again for each of them.
  const changes = useMemo(
    () => ({
      edit: (id: string, change: Partial<Pick<Observation, 'text' | 'kind' | 'tag'>>) =>
        edit({ id, ...change }, { onError: trouble }),
      remove({ id }: Observation): void {
        const undo = (): void => restore({ id }, { onError: trouble });
        remove({ id }, { onSuccess: () => toast(t('removed'), { undo }), onError: trouble });
      },
    }),
    [edit, remove, restore, t, trouble],
  );
  return { observations: list.data ?? none, error: list.error, changes };
}

export type ObservationsOfRecording = ReturnType<typeof useObservations>;
