import type { FrameClock } from '../../../shared/domain/frames.ts';

/** The part of a player that a timeline steers and follows. */
export interface PlayheadPort {
  readonly source: { readonly clock: FrameClock };
  get(): { readonly frame: number; readonly playing: boolean };
  subscribe(listener: () => void): () => void;
  seek(frame: number): void;
  /** To the frame that begins nearest to a moment. */
  seekMs(ms: number): void;
  step(frames: number): void;
  stepMs(ms: number): void;
}
