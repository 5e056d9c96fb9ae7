import { AppError } from '../../../shared/contract/errors.ts';
import type { FrameRange } from '../../../shared/domain/frames.ts';
import type { Prober } from '../ffmpeg/ffprobe.ts';
import { output } from '../ffmpeg/args.ts';
import { clockOf, seekMs, type FrameIndex } from '../frames/frame-index.ts';
import { readFrames } from '../frames/read-frames.ts';
import { probeMedia } from '../probe.ts';
import { pictureFrom, type CutSource } from './cut-source.ts';
import { soundOffsetMs } from './sound-offset.ts';

export interface CutProof {
  readonly frames: number;
  readonly durationMs: number;
  /** Change of the offset between picture and sound against the source, in ms. */
  readonly avOffsetMs: number;
}

const maxOffsetMs = 20;
/** Mean difference of grey (0–255) that encoding alone may cause; the wrong frame of a scene with any life passes it. */
const maxDistance = 12;
const thumb = { width: 64, height: 36 };
const thumbBytes = thumb.width * thumb.height;

/**
 * Looks at what came out: number of frames, even times, sound in step, and the first and last picture against the
 * source's own, as well as those on both sides of each joint. @param joints frames of the source at which another piece
 * begins. @throws AppError `cut-verification-failed` with `step`.
 */
export async function verifyCut(
  source: CutSource,
  prober: Prober,
  range: FrameRange,
  url: string,
  joints: readonly number[],
): Promise<CutProof> {
  const info = await probeMedia(prober, url, { signal: source.signal });
  const index = await readFrames(prober, url, info, { signal: source.signal });
  const frames = range.outFrame - range.inFrame;
  if (index.times.length !== frames) fail('frames', index.times.length);
  assertSameTimes(source.index, range, index);
  if (info.audio === null && source.info.audio !== null) fail('sound-missing', 0);
  const made: CutSource = { ...source, url, info, index };
  const avOffsetMs =
    Math.round(((await soundOffsetMs(source, range.inFrame, made)) ?? startsApart(made)) * 10) / 10;
  if (Math.abs(avOffsetMs) > maxOffsetMs) fail('sound-offset', avOffsetMs);
  await assertSamePicture(source, range.inFrame, made, 0, 'first-frame');
  await assertSamePicture(source, range.outFrame - 1, made, frames - 1, 'last-frame');
  for (const joint of joints) await assertSameJoint(source, joint, made, joint - range.inFrame);
  return { frames, durationMs: index.end * index.tickMs, avOffsetMs };
}

/** Where nothing can be heard, the container's word for it: both tracks of a fragment begin together. */
function startsApart({ info, index }: CutSource): number {
  return info.audio ? info.audio.startMs - info.startMs - index.offsetMs : 0;
}

function assertSameTimes(wanted: FrameIndex, range: FrameRange, made: FrameIndex): void {
  const clock = clockOf(made);
  const start = seekMs(wanted, range.inFrame);
  for (let frame = 0; frame < made.times.length; frame += 1) {
    const away = Math.abs(clock.timeOf(frame) - (seekMs(wanted, range.inFrame + frame) - start));
    if (away > 4) fail('times', Math.round(away));
  }
}

/** The picture must be nearer to the frame asked for than to either neighbour; a still scene may tie. */
async function assertSamePicture(
  source: CutSource,
  frame: number,
  made: CutSource,
  madeFrame: number,
  step: string,
): Promise<void> {
  const before = Math.min(1, frame);
  const around = await pictures(source, frame - before, before + 2);
  const [own] = await pictures(made, madeFrame, 1);
  const asked = around[before];
  if (!own || !asked) fail(step, -1);
  const distance = difference(own, asked);
  const others = around.filter((_, place) => place !== before).map((picture) => difference(own, picture));
  if (distance > maxDistance || others.some((other) => other < distance - 0.25))
    fail(step, Math.round(distance * 100) / 100);
}

/** Decoding must run over a joint as over any other frame; numbers and times were counted already. */
async function assertSameJoint(
  source: CutSource,
  joint: number,
  made: CutSource,
  madeJoint: number,
): Promise<void> {
  const wanted = await pictures(source, joint - 1, 2);
  const found = await pictures(made, madeJoint - 1, 2);
  const away = wanted.map((picture, place) => difference(picture, found[place] ?? Buffer.alloc(thumbBytes)));
  if (wanted.length !== 2 || found.length !== 2 || away.some((distance) => distance > maxDistance))
    fail('joint', Math.round(Math.max(...away) * 100) / 100);
}

async function pictures(source: CutSource, frame: number, count: number): Promise<Buffer[]> {
  const opened = pictureFrom(source, frame);
  const chunks: Buffer[] = [];
  const filters = [
    ...opened.filters,
    ...(source.info.video.interlaced ? ['yadif=mode=send_frame'] : []),
    `scale=${thumb.width}:${thumb.height}:flags=area`,
    'format=gray',
  ];
  await source.runner.run({
    inputs: [opened.input],
    outputs: [
      output(
        'pipe:1',
        '-map',
        `0:${source.info.video.streamIndex}`,
        '-frames:v',
        String(count),
        '-vsync',
        'passthrough',
        '-vf',
        filters.join(','),
        '-f',
        'rawvideo',
      ),
    ],
    onStdout: (chunk) => chunks.push(chunk),
    signal: source.signal,
  });
  const all = Buffer.concat(chunks);
  return Array.from({ length: Math.floor(all.length / thumbBytes) }, (_, place) =>
    all.subarray(place * thumbBytes, (place + 1) * thumbBytes),
  );
}

/** Mean difference of two small grey pictures, 0–255. */
function difference(a: Buffer, b: Buffer): number {
  let sum = 0;
  for (let place = 0; place < thumbBytes; place += 1) sum += Math.abs((a[place] ?? 0) - (b[place] ?? 0));
  return sum / thumbBytes;
}

function fail(step: string, found: number): never {
  throw new AppError('cut-verification-failed', { step, found });
}
