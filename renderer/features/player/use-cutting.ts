import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fragment } from '../../../shared/contract/fragments.ts';
import { announce } from '../../ui/announcer.tsx';
import { useKeys } from '../../ui/keys/registry.ts';
import { useFragments, useMarks } from '../fragments/index.ts';
import { formatTime } from '../timeline/index.ts';
import { playInARow } from './play-in-a-row.ts';
import type { PlayerControl } from './player-control.ts';

/** Cutting on the trim screen: the ends being set, the fragments that are there, and the keys for it. */
export function useCutting(control: PlayerControl, recordingId: string) {
  const { t, i18n } = useTranslation('fragments');
  const actions = useFragments(recordingId);
  const [selectedId, select] = useState<string | null>(null);
  const selected = actions.fragments.find(({ id }) => id === selectedId) ?? null;
  const marks = useMarks(control, selected, actions.adjust);
  const time = (): string => formatTime(control.source.clock.timeOf(control.get().frame), i18n.language);

  const markIn = (): void => {
    marks.markIn();
    announce(t('in-said', { time: time() }));
  };
  const markOut = (): void => {
    marks.markOut();
    announce(t('out-said', { time: time() }));
  };
  const create = async (): Promise<void> => {
    const { inFrame, outFrame } = marks.range;
    if (selected || inFrame === null || outFrame === null) return;
    const made = await actions.create(inFrame, outFrame);
    if (made) marks.clear();
  };
  const play = ({ inFrame, outFrame }: Pick<Fragment, 'inFrame' | 'outFrame'>, loop: boolean): void =>
    control.playRange({ inFrame, outFrame }, { loop });
  const playMarked = (): void => {
    const { inFrame, outFrame } = marks.range;
    if (inFrame !== null && outFrame !== null) play({ inFrame, outFrame }, false);
  };
  const group = t('keys');
  useKeys([
    { id: 'cut.in', keys: ['i'], label: t('key-in'), group, run: markIn },
    { id: 'cut.out', keys: ['o'], label: t('key-out'), group, run: markOut },
    { id: 'cut.create', keys: ['f'], label: t('key-create'), group, run: () => void create() },
    { id: 'cut.play', keys: ['p'], label: t('key-play'), group, run: playMarked },
  ]);
  return {
    actions,
    selectedId: selected?.id ?? null,
    select,
    marks: { ...marks, markIn, markOut },
    create,
    play,
    playAll: () =>
      playInARow(control, actions.fragments, (at) => announce(actions.fragments[at]?.name ?? '')),
  };
}
