import { useEffect, useState, useSyncExternalStore } from 'react';
import { createPlayerControl, type PlayerControl } from './player-control.ts';
import type { PlayerSource } from './player-source.ts';
import type { PlayerState } from './player-store.ts';

/**
 * The control of one source. When the source changes (a proxy has come, another recording) there is a new one; it
 * stands where the old one stood when both count the same frames.
 */
export function usePlayerControl(source: PlayerSource, startFrame?: number): PlayerControl {
  const [control, setControl] = useState(() => createPlayerControl(source, startFrame));
  if (control.source !== source) {
    const same = control.source.clock.frameCount === source.clock.frameCount;
    setControl(createPlayerControl(source, same ? control.get().frame : startFrame));
  }
  useEffect(() => () => control.pause(), [control]);
  return control;
}

/** One part of the player's state; the component is drawn again only when that part changes. */
export function usePlayerState<T>(control: PlayerControl, pick: (state: PlayerState) => T): T {
  return useSyncExternalStore(control.subscribe, () => pick(control.get()));
}
