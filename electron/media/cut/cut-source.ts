import type { FrameRange } from '../../../shared/domain/frames.ts';
import { input, seconds } from '../ffmpeg/args.ts';
import type { FfmpegEnd, FfmpegRunner } from '../ffmpeg/runner.ts';
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

/** A source opened at a moment: filters that make that moment zero come before all others. */
export interface OpenedSource {
  readonly input: FfmpegEnd;
  readonly filters: readonly string[];
}

/** Jumping in a container without an index lands near a moment, not on it: this much earlier is surely before it. */
const looseSeekBackMs = 1500;

/** Length of a range in ms. */
export function lengthMs(index: FrameIndex, range: FrameRange): number {
  return seekMs(index, range.outFrame) - seekMs(index, range.inFrame);
}

/** True for transport and program streams: ffmpeg finds a moment in them by guessing at bytes. */
export function seeksLoosely(info: MediaInfo): boolean {
  return /^(mpeg|mpegts|mpegvideo|h264)$/.test(info.container);
}

/** The last frame up to `frame` at which decoding can start; 0 when none is known. */
export function keyframeBefore(index: FrameIndex, frame: number): number {
  return index.keyframes.findLast((key) => key <= frame) ?? 0;
}

/**
 * The source opened a whisker before a frame, its pictures counted from that frame. A quarter of the gap to the frame
 * before: time stamps rounded to microseconds would otherwise drop the frame itself, and AVI counts time in whole frames,
 * where half a gap rounds to the frame before.
 */
export function pictureFrom(source: CutSource, frame: number, ...options: readonly string[]): OpenedSource {
  const at = seekMs(source.index, frame);
  const before = frame > 0 ? seekMs(source.index, frame - 1) : at - 2;
  const wanted = at - (at - before) / 4;
  const zero = 'setpts=PTS-STARTPTS';
  if (!seeksLoosely(source.info)) return { input: openAt(source, wanted, options), filters: [zero] };
  return {
    input: openedLoosely(source, frame, options),
    filters: [`trim=start=${seconds(source.info.startMs + wanted)}`, zero],
  };
}

/** The source opened exactly where a frame begins, its sound counted from that moment. */
export function soundFrom(source: CutSource, frame: number): OpenedSource {
  const at = Math.max(0, seekMs(source.index, frame));
  if (!seeksLoosely(source.info)) return { input: openAt(source, at, []), filters: [] };
  const own = seconds(source.info.startMs + at);
  return {
    input: openedLoosely(source, frame, []),
    filters: [`atrim=start=${own}`, `asetpts=PTS-${own}/TB`],
  };
}

/**
 * Opened well before a frame, with the time stamps of the file itself (`-copyts`): ffmpeg's own zero of a transport
 * stream depends on which of its streams are used.
 */
function openedLoosely(source: CutSource, frame: number, options: readonly string[]): FfmpegEnd {
  const key = seekMs(source.index, keyframeBefore(source.index, frame));
  return openAt(source, key - looseSeekBackMs, ['-noaccurate_seek', '-copyts', ...options]);
}

function openAt(source: CutSource, ms: number, options: readonly string[]): FfmpegEnd {
  // A jump to the very start may still skip the first packets.
  return input(source.url, ...options, ...(ms > 0 ? ['-ss', seconds(ms)] : []));
}
