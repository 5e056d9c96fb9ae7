import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fragment } from '../../../shared/contract/fragments.ts';
import { useAction, useCall } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { useErrorSentence } from '../../ui/error-sentence.ts';
import { toast } from '../../ui/toasts.ts';

const none: readonly Fragment[] = [];

/** The fragments of a recording and what can be done with them; failures are said in a toast. */
export function useFragments(recordingId: string) {
  const { t } = useTranslation('fragments');
  const sentence = useErrorSentence();
  const list = useCall('fragments', 'list', { recordingId });
  const { mutateAsync: create } = useAction('fragments', 'create');
  const { mutate: update } = useAction('fragments', 'update');
  const { mutate: cutAgain } = useAction('fragments', 'cutAgain');
  const { mutate: remove } = useAction('fragments', 'remove');
  const { mutate: restore } = useAction('fragments', 'restore');
  const trouble = useCallback((error: unknown) => toast(sentence(error), { tone: 'trouble' }), [sentence]);
  const fragments = list.data ?? none;

  return {
    fragments,
    error: list.error,
    async create(inFrame: number, outFrame: number): Promise<Fragment | null> {
      const name = t('default-name', { number: fragments.length + 1 });
      try {
        const made = await create({ recordingId, name, inFrame, outFrame });
        announce(t('made', { name: made.name }));
        return made;
      } catch (error) {
        trouble(error);
        return null;
      }
    },
    adjust: useCallback(
      ({ id }: Fragment, inFrame: number, outFrame: number) =>
        update({ id, inFrame, outFrame }, { onError: trouble }),
      [update, trouble],
    ),
    rename: (id: string, name: string) => update({ id, name }, { onError: trouble }),
    cutAgain: (id: string) => cutAgain({ id }, { onError: trouble }),
    remove({ id, name }: Fragment): void {
      const undo = (): void => restore({ id }, { onError: trouble });
      remove({ id }, { onSuccess: () => toast(t('removed', { name }), { undo }), onError: trouble });
    },
  };
}

export type FragmentsOfRecording = ReturnType<typeof useFragments>;
