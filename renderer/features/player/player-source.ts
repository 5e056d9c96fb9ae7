import type { Recording } from '../../../shared/contract/recordings.ts';
import {
  constantClock,
  nearestBoundary,
  variableClock,
  type FrameClock,
} from '../../../shared/domain/frames.ts';

/** What the player plays: a whole recording, or a fragment's own file when the recording is gone. */
export interface PlayerSource {
  /** Address of the bytes; null while there is nothing to play (yet). */
  readonly url: string | null;
  /** Counts frames of the recording. */
  readonly clock: FrameClock;
  /** The recording's frame with which this file begins: 0, or the in-frame of a fragment's file. */
  readonly firstFrame: number;
  /** The recording's frame after the last one in this file. */
  readonly endFrame: number;
}

type Timing = Pick<Recording, 'video' | 'durationMs'>;

/** The clock that counts a recording's frames. @param frameTimesMs of a variable rate, else null. */
export function clockOf(recording: Timing, frameTimesMs: readonly number[] | null): FrameClock {
  const { frameRateNum, frameRateDen, frameCount } = recording.video;
  return frameTimesMs
    ? variableClock(frameTimesMs, recording.durationMs)
    : constantClock(frameRateNum, frameRateDen, frameCount);
}

/** Width divided by height of the picture as it is shown, turned where the camera was turned. */
export function aspectOf({ video }: Pick<Recording, 'video'>): number {
  const { width, height, rotation } = video;
  return rotation % 180 === 0 ? width / height : height / width;
}

/** Seconds to seek to for a frame: its middle, because a seek to its very start may show the one before. */
export function seekSeconds(source: PlayerSource, frame: number): number {
  const start = source.clock.timeOf(frame);
  const end = source.clock.timeOf(frame + 1);
  return ((start + end) / 2 - source.clock.timeOf(source.firstFrame)) / 1000;
}

/**
 * The frame that is on screen. @param mediaSeconds presentation time of the shown picture, counted from the
 * first picture of this file; browsers round it, hence the nearest frame and not the one before.
 */
export function shownFrame(source: PlayerSource, mediaSeconds: number): number {
  const ms = mediaSeconds * 1000 + source.clock.timeOf(source.firstFrame);
  return keptInside(source, nearestBoundary(source.clock, ms));
}

/** A frame kept inside what this file shows. */
export function keptInside(source: PlayerSource, frame: number): number {
  return Math.min(
    Math.max(Math.round(frame), source.firstFrame),
    Math.max(source.firstFrame, source.endFrame - 1),
  );
}
