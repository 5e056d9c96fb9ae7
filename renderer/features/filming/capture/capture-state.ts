import type { CaptureState } from './capture.ts';

/** Nothing is being filmed. */
export const idle: CaptureState = {
  phase: 'idle',
  filming: null,
  segmentId: null,
  stream: null,
  format: null,
  savedMs: 0,
  sizeBytes: 0,
  room: null,
  flags: 0,
  trouble: null,
  notice: null,
  error: null,
  ended: null,
};

/** It films, or will again by itself. */
export const isGoing = ({ phase }: Pick<CaptureState, 'phase'>): boolean =>
  phase === 'filming' || phase === 'restarting' || phase === 'waiting';
