import type { FrameRange } from '../../../shared/domain/frames.ts';

/** What of the player may be shown. Lives outside React: it changes with every picture. */
export interface PlayerState {
  /** A picture has been shown: frames can be counted from here on. */
  readonly ready: boolean;
  /** The frame on screen, or the one being sought. */
  readonly frame: number;
  readonly playing: boolean;
  readonly waiting: boolean;
  readonly rate: number;
  readonly muted: boolean;
  /** The range that is played and at whose end it stops or begins again. */
  readonly range: FrameRange | null;
  readonly looping: boolean;
  readonly failed: boolean;
}

export const atRest: PlayerState = {
  ready: false,
  frame: 0,
  playing: false,
  waiting: false,
  rate: 1,
  muted: false,
  range: null,
  looping: false,
  failed: false,
};

export interface PlayerStore {
  get(): PlayerState;
  /** Returns its unsubscribe. */
  subscribe(listener: () => void): () => void;
  set(change: Partial<PlayerState>): void;
}

/** A store that tells its listeners only when something really changed. */
export function createPlayerStore(frame: number): PlayerStore {
  let state: PlayerState = { ...atRest, frame };
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(change) {
      const next = { ...state, ...change };
      const keys = Object.keys(change) as (keyof PlayerState)[];
      if (keys.every((key) => Object.is(next[key], state[key]))) return;
      state = next;
      for (const listener of listeners) listener();
    },
  };
}
