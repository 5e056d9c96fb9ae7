import { AppError, isAppError } from '../../../shared/contract/errors.ts';
import { fileUrl } from '../ffmpeg/args.ts';
import type { Prober } from '../ffmpeg/ffprobe.ts';
import type { FfmpegRun, FfmpegRunner } from '../ffmpeg/runner.ts';
import { clockOf, type FrameIndex } from '../frames/frame-index.ts';
import { readFrames } from '../frames/read-frames.ts';
import { probeMedia } from '../probe.ts';
import { inTrueColours } from '../picture/true-colours.ts';
import type { RecordedMedia } from '../recording-media.ts';
import { firstDecodedMs } from './first-decoded.ts';
import type { ProxyNeed } from './needs-proxy.ts';
import { copiedProxy, encodedProxy } from './proxy-args.ts';

export interface ProxyRequest extends Pick<FfmpegRun, 'signal' | 'onProgress'> {
  readonly runner: FfmpegRunner;
  readonly prober: Prober;
  /** An ffmpeg input address, as the media store gives it. */
  readonly url: string;
  readonly media: Pick<RecordedMedia, 'info' | 'index'>;
  readonly way: ProxyNeed['way'];
  /** Path of the part file to write. */
  readonly target: string;
}

/** Times may differ by what the two containers' clocks round off. */
const toleranceMs = 2;

/**
 * Makes the file that the page plays instead of the recording: MP4, H.264, at most 1080p, its frames and times those of
 * the recording. What was copied is looked at afterwards, and encoded when its frames are not the recording's.
 * @returns how it was made. @throws AppError `file-no-frames`, `ffmpeg-failed` with `step`, and what a runner throws.
 */
export async function makeProxy(request: ProxyRequest): Promise<ProxyNeed['way']> {
  const source = { runner: request.runner, url: request.url, ...request.media, signal: request.signal };
  if (request.way === 'copy') {
    try {
      await pass(request, copiedProxy(source, fileUrl(request.target)));
      if (sameFrames(request.media.index, await writtenFrames(request), 'all')) return 'copy';
    } catch (error) {
      if (!isAppError(error) || !mendable.has(error.code)) throw error;
    }
  }
  const firstMs = await firstDecodedMs(source);
  await inTrueColours(source.info.video, (colours) =>
    pass(request, encodedProxy(source, fileUrl(request.target), firstMs, colours)),
  );
  // A damaged frame cannot be shown by any player; those that are there must be at their own times.
  if (!sameFrames(request.media.index, await writtenFrames(request), 'some'))
    throw new AppError('ffmpeg-failed', { step: 'proxy-times' });
  return 'encode';
}

/** Troubles of a copy that encoding does not share; a full disk or a cancel is not among them. */
const mendable: ReadonlySet<string> = new Set([
  'ffmpeg-failed',
  'file-damaged',
  'file-no-frames',
  'file-not-video',
]);

async function pass(request: ProxyRequest, plan: Pick<FfmpegRun, 'inputs' | 'outputs'>): Promise<void> {
  const { runner, media, signal, onProgress } = request;
  const clock = clockOf(media.index);
  await runner.run({ ...plan, expectedMs: clock.timeOf(clock.frameCount), signal, onProgress });
}

async function writtenFrames({ prober, target, signal }: ProxyRequest): Promise<FrameIndex> {
  const info = await probeMedia(prober, fileUrl(target), { signal });
  const index = await readFrames(prober, fileUrl(target), info, { signal });
  // The player counts from the container's start, and that must be the first frame.
  return { ...index, offsetMs: index.offsetMs + info.startMs };
}

/** True when every frame of `made` stands at the time of a frame of `source`; `all`: and none is missing. */
function sameFrames(source: FrameIndex, made: FrameIndex, how: 'all' | 'some'): boolean {
  if (how === 'all' && made.times.length !== source.times.length) return false;
  let at = 0;
  return made.times.every((tick) => {
    const time = made.offsetMs + tick * made.tickMs;
    while (at < source.times.length && (source.times[at] ?? 0) * source.tickMs < time - toleranceMs) at += 1;
    return (
      at < source.times.length && Math.abs((source.times[at] ?? 0) * source.tickMs - time) <= toleranceMs
    );
  });
}
