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
  const edit = useAction('observations', 'edit');
  const remove = useAction('observations', 'remove');
  const restore = useAction('observations', 'restore');
  const trouble = (error: unknown): void => toast(sentence(error), { tone: 'trouble' });
  return {
    observations: list.data ?? none,
    error: list.error,
    edit: (id: string, change: Partial<Pick<Observation, 'text' | 'kind' | 'tag'>>) =>
      edit.mutate({ id, ...change }, { onError: trouble }),
    remove({ id }: Observation): void {
      const undo = (): void => restore.mutate({ id }, { onError: trouble });
      remove.mutate({ id }, { onSuccess: () => toast(t('removed'), { undo }), onError: trouble });
    },
  };
}

export type ObservationsOfRecording = ReturnType<typeof useObservations>;
