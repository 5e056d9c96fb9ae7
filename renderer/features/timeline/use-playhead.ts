import { useSyncExternalStore } from 'react';
import type { PlayheadPort } from './playhead-port.ts';

/** Something that follows from where the picture stands; drawn again only when it changes. */
export function usePlayhead<T>(playhead: PlayheadPort, pick: (ms: number, frame: number) => T): T {
  return useSyncExternalStore(playhead.subscribe, () => {
    const { frame } = playhead.get();
    return pick(playhead.source.clock.timeOf(frame), frame);
  });
}
