import type { FrameRange } from '../../../shared/domain/frames.ts';
import type { FfmpegEnd, FfmpegRunner } from '../ffmpeg/runner.ts';
import { input, seconds } from '../ffmpeg/args.ts';
import { seekMs, type FrameIndex } from '../frames/frame-index.ts';
import type { MediaInfo } from '../media-info.ts';

/** What is cut from, and the means. */
export interface CutSource {
  readonly runner: FfmpegRunner;
  /** An ffmpeg input address, as the media store gives it. */
  readonly url: string;
  readonly info: MediaInfo;
  readonly index: FrameIndex;
  readonly signal?: AbortSignal | undefined;
}

/** Length of a range in ms. */
export function lengthMs(index: FrameIndex, range: FrameRange): number {
  return seekMs(index, range.outFrame) - seekMs(index, range.inFrame);
}

/**
 * The source opened a whisker before a frame. Half the gap to the frame before: time stamps rounded to microseconds
 * would otherwise drop the frame itself or let the one before through.
 */
export function openedAt(source: CutSource, frame: number, ...options: readonly string[]): FfmpegEnd {
  const at = seekMs(source.index, frame);
  const before = frame > 0 ? seekMs(source.index, frame - 1) : at - 2;
  return input(source.url, ...options, '-ss', seconds(Math.max(0, at - (at - before) / 2)));
}

/** The source opened exactly where a frame begins, for its sound. */
export function soundFrom(source: CutSource, frame: number): FfmpegEnd {
  return input(source.url, '-ss', seconds(Math.max(0, seekMs(source.index, frame))));
}
