import type { FrameRange } from '../../../shared/domain/frames.ts';
import type { PlayheadPort } from '../timeline/index.ts';

/** What noting asks of a player. */
export interface NotingPort extends PlayheadPort {
  play(): void;
  pause(): void;
  playRange(range: FrameRange, options?: { readonly loop?: boolean }): void;
  clearRange(): void;
}

/** Where the picture stands, in whole ms of recording time. */
export function nowMs(port: PlayheadPort): number {
  return Math.round(port.source.clock.timeOf(port.get().frame));
}
