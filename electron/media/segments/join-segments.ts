import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { containers, fileUrl, output, seconds } from '../ffmpeg/args.ts';
import type { Prober } from '../ffmpeg/ffprobe.ts';
import type { FfmpegEnd, FfmpegRun, FfmpegRunner } from '../ffmpeg/runner.ts';
import { words } from '../ffmpeg/words.ts';
import type { FrameIndex } from '../frames/frame-index.ts';
import { readFrames } from '../frames/read-frames.ts';
import type { MediaInfo } from '../media-info.ts';
import { probeMedia } from '../probe.ts';
import type { PendingMedia } from '../store/media-store.ts';
import { conform, isLike, likenessOf, type Likeness } from './conform.ts';
import { lookAtSegment, type SeenSegment } from './look-at-segment.ts';

/** What containers round the moment of a frame by. */
const roundingMs = 2;

export interface JoinRequest extends Pick<FfmpegRun, 'signal' | 'onProgress'> {
  readonly runner: FfmpegRunner;
  readonly prober: Prober;
  /** ffmpeg input addresses of the segments, in the order in which they were recorded. */
  readonly urls: readonly string[];
  /** Private to this job. */
  readonly folder: string;
  /** Opens the file to write; its ending is known once the segments were looked at. It is committed by the caller. */
  readonly begin: (ending: '.mp4' | '.webm') => Promise<PendingMedia>;
}

/** What became of one segment. */
export interface JoinedSegment {
  /** Recording time at which it begins; where nothing of it was readable, at which it would have. */
  readonly startMs: number;
  readonly lengthMs: number;
  /** Frames of it in the recording; black ones where only the microphone was recorded. */
  readonly frames: number;
}

export interface Joined {
  readonly pending: PendingMedia;
  readonly info: MediaInfo;
  readonly index: FrameIndex;
  readonly segments: readonly JoinedSegment[];
}

/**
 * Makes one file that can be sought in of the files a lesson was recorded in, without encoding: MP4, or WebM where the
 * picture does not travel in MP4. Then counts: every readable frame of every segment is in it.
 * The segments stay; the caller removes them when the recording is kept.
 * @throws AppError `file-no-frames` when nothing at all is readable, `parts-do-not-join` when frames are missing,
 * `cancelled`, `disk-full`, `ffmpeg-failed`, …
 */
export async function joinSegments(request: JoinRequest): Promise<Joined> {
  const { prober, runner, urls, folder, signal } = request;
  const seen: (SeenSegment | null)[] = [];
  for (const url of urls) seen.push(await lookAtSegment(prober, url, { signal }));
  const likeness = likenessOf(seen.filter((one) => one !== null));
  const ready: (SeenSegment | null)[] = [];
  for (const [place, segment] of seen.entries())
    ready.push(segment && (await made(segment, likeness, join(folder, `like-${place}`))));
  const parts = ready.filter((one) => one !== null);
  if (parts.length === 0) throw new AppError('file-no-frames');

  const ending = likeness.codec === 'h264' ? '.mp4' : '.webm';
  const pending = await request.begin(ending);
  try {
    const from = await endToEnd(parts, folder);
    const lead = parts[0]?.picture?.index.offsetMs ?? 0;
    await runner.run({
      inputs: [from],
      outputs: [output(pending.outputForFfmpeg, ...copied(likeness, ending, lead))],
      expectedMs: parts.reduce((sum, one) => sum + one.lengthMs, 0),
      onProgress: request.onProgress,
      signal,
    });
    const info = await probeMedia(prober, pending.outputForFfmpeg, { signal });
    const index = await readFrames(prober, pending.outputForFfmpeg, info, { signal });
    const segments = placesOf(ready, index);
    return { pending, info, index, segments };
  } catch (error) {
    await pending.discard();
    throw error;
  }

  async function made(segment: SeenSegment, like: Likeness, path: string): Promise<SeenSegment> {
    if (isLike(segment, like)) return segment;
    await conform(runner, segment, like, path, { signal });
    const again = await lookAtSegment(prober, fileUrl(path), { signal });
    if (!again?.picture) throw new AppError('parts-do-not-join');
    return again;
  }
}

/**
 * One input for all of them: a list of our own making, also of one. Only a list says how long the last frame of a live
 * file is shown; without that the old build leaves it out.
 */
async function endToEnd(parts: readonly SeenSegment[], folder: string): Promise<FfmpegEnd> {
  const lines = parts.flatMap(({ url, lengthMs }) => [
    // The list's own way of writing a quote inside quotes.
    `file '${url.replaceAll("'", String.raw`'\''`)}'`,
    // By its own count a live file has no length; by the longer of picture and sound neither runs into the next.
    `duration ${seconds(lengthMs)}`,
  ]);
  const list = join(folder, 'segments.txt');
  await writeFile(list, ['ffconcat version 1.0', ...lines, ''].join('\n'));
  const guards = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', `concat,${containers}`];
  // `-safe 0`: the segments lie where the store keeps them, not beside the list.
  return { options: [...guards, '-f', 'concat', '-safe', '0'], url: fileUrl(list) };
}

function copied(likeness: Likeness, ending: '.mp4' | '.webm', leadMs: number): string[] {
  return [
    ...words('-map 0:v:0 -map 0:a:0? -c copy -map_metadata -1 -dn -sn -max_muxing_queue_size 9999'),
    // The recording begins with its first picture. Not by an edit list: WebM has none, and that of the old build cuts
    // off the last frame.
    ...(leadMs < roundingMs ? [] : ['-ss', seconds(leadMs - 1)]),
    // Matroska counts whole milliseconds: finer than that there is nothing to keep. The old build calls Opus in MP4 an
    // experiment.
    ...(ending === '.mp4'
      ? words(`-strict -2 -video_track_timescale ${Math.max(1000, likeness.timeBaseDen)} -f mp4`)
      : words('-f webm')),
  ];
}

/**
 * Finds each segment in the file by its moment, and counts. The last frame of a segment may be half written: then
 * nothing is lost but that one. @throws AppError `parts-do-not-join` when more is missing, or something is there twice.
 */
function placesOf(
  parts: readonly (SeenSegment | null)[],
  { times, tickMs, end }: FrameIndex,
): JoinedSegment[] {
  const timeOf = (frame: number): number => (frame < times.length ? (times[frame] ?? 0) : end) * tickMs;
  const leadMs = parts.find((part) => part !== null)?.picture?.index.offsetMs ?? 0;
  let before = 0;
  let laidMs = 0;
  return parts.map((part): JoinedSegment => {
    const startMs = timeOf(before);
    if (!part?.picture) return { startMs, lengthMs: 0, frames: 0 };
    laidMs += part.lengthMs;
    // The next one begins when all before it were laid, no earlier than its own first frame comes.
    const next = times.findIndex((tick) => tick * tickMs > laidMs - leadMs - roundingMs);
    const after = next === -1 ? times.length : next;
    const frames = after - before;
    before = after;
    if (Math.abs(part.picture.index.times.length - frames) > 1) throw new AppError('parts-do-not-join');
    return { startMs, lengthMs: timeOf(after) - startMs, frames };
  });
}
