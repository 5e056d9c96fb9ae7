import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { createPlayerControl, type PlayerControl } from './player-control.ts';
import type { PlayerSource } from './player-source.ts';
import type { PlayerState } from './player-store.ts';

/** The control of one source; a new one when the source changes, standing where the old one stood. */
export function usePlayerControl(source: PlayerSource, startFrame?: number): PlayerControl {
  const control = useMemo(() => createPlayerControl(source, startFrame), [source, startFrame]);
  useEffect(() => () => control.pause(), [control]);
  return control;
}

/** One part of the player's state; the component is drawn again only when that part changes. */
export function usePlayerState<T>(control: PlayerControl, pick: (state: PlayerState) => T): T {
  return useSyncExternalStore(control.subscribe, () => pick(control.get()));
}
