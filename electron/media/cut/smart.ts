import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../../shared/contract/errors.ts';
import type { FrameRange } from '../../../shared/domain/frames.ts';
import { asAppError } from '../../db/errors.ts';
import { fileUrl, input, output, seconds } from '../ffmpeg/args.ts';
import { seekMs } from '../frames/frame-index.ts';
import type { CutPlan } from './cut-plan.ts';
import { keyframeBefore, pictureFrom, seeksLoosely, type CutSource } from './cut-source.ts';
import { baseMs, muxWithSound, transport } from './mux.ts';

type SmartPlan = Extract<CutPlan, { mode: 'copy' | 'smart' }>;

/** ffmpeg seeks this much earlier than asked in files with B-frames; without it a copy starts a whole group early. */
const seekBackMs = 140;

/**
 * Encodes the ends, copies the middle, joins them as a transport stream (each group carries its own parameter sets
 * there) and puts that into MP4 with one continuous track of sound. @param folder a private work folder.
 */
export async function smartCut(
  source: CutSource,
  plan: SmartPlan,
  folder: string,
  target: string,
  onProgress?: (fraction: number) => void,
): Promise<void> {
  const whole: FrameRange = { inFrame: plan.head.inFrame, outFrame: plan.tail.outFrame };
  const lead = leadOf(source, plan);
  const pieces: string[] = [];
  for (const [name, range] of Object.entries({ head: plan.head, middle: plan.middle, tail: plan.tail })) {
    if (range.outFrame === range.inFrame) continue;
    const piece = join(folder, `${name}.ts`);
    const startMs = baseMs + seekMs(source.index, range.inFrame) - seekMs(source.index, whole.inFrame);
    await (name === 'middle'
      ? copyPiece(source, range, startMs, piece)
      : encodePiece(source, range, startMs, piece, lead));
    pieces.push(piece);
  }
  onProgress?.(0.5);
  // A transport stream cannot hold how the picture is turned; the pieces are as the camera stored them.
  const joined = { path: await appended(pieces), startMs: baseMs, rotation: source.info.video.rotation };
  await muxWithSound(source, whole, joined, target, (fraction) => onProgress?.(0.5 + fraction / 2));
}

async function encodePiece(
  source: CutSource,
  range: FrameRange,
  startMs: number,
  piece: string,
  lead: number,
): Promise<void> {
  const { video } = source.info;
  // The stored picture, not the turned one: the copied middle is not turned either.
  const picture = pictureFrom(source, range.inFrame, '-noautorotate');
  await source.runner.run({
    inputs: [picture.input],
    outputs: [
      output(
        fileUrl(piece),
        '-map',
        `0:${video.streamIndex}`,
        '-an',
        '-frames:v',
        String(range.outFrame - range.inFrame),
        '-vf',
        picture.filters.join(','),
        '-vsync',
        'passthrough',
        '-c:v',
        'libx264',
        '-preset',
        'veryfast',
        '-crf',
        '18',
        '-pix_fmt',
        video.pixelFormat,
        '-g',
        '600',
        ...profileOf(video.profile),
        '-x264-params',
        [
          // Its own number of parameter set: the middle's must stay valid beside it.
          'sps-id=7',
          'scenecut=0',
          // Ends on a picture of its own group: nothing reaches over a joint.
          'open-gop=0',
          reorderedAs(lead),
        ].join(':'),
        ...transport(startMs),
      ),
    ],
    signal: source.signal,
  });
}

async function copyPiece(
  source: CutSource,
  range: FrameRange,
  startMs: number,
  piece: string,
): Promise<void> {
  const { index, info, runner, signal } = source;
  const frames = range.outFrame - range.inFrame;
  const ownMs = info.startMs + seekMs(index, range.inFrame);
  const map = ['-map', `0:${info.video.streamIndex}`, '-c', 'copy', '-frames:v', String(frames)];
  let list = '';
  await runner.run({
    inputs: [input(source.url, '-ss', seconds(copySeekMs(source, range.inFrame)), '-copyts')],
    outputs: [
      output(
        fileUrl(piece),
        ...map,
        // Parameter sets before every group, also where a group starts without an IDR picture.
        '-bsf:v',
        'h264_mp4toannexb,dump_extra',
        ...transport(startMs - ownMs),
      ),
      output('pipe:1', ...map, '-f', 'framecrc'),
    ],
    onStdout: (chunk) => (list += chunk.toString()),
    signal,
  });
  assertStartsAt(list, ownMs, frames);
}

/**
 * Where to jump so that a copy starts at a keyframe: in indexed containers a little after it, less than to the next;
 * in loose ones well before it but after the one before, as a copy passes over packets up to the first keyframe.
 */
function copySeekMs({ index, info }: CutSource, key: number): number {
  if (key === 0) return 0;
  const at = seekMs(index, key);
  if (seeksLoosely(info)) return (at + seekMs(index, keyframeBefore(index, key - 1))) / 2;
  const next = index.keyframes.find((other) => other > key);
  return at + Math.min(seekBackMs, next === undefined ? seekBackMs : (seekMs(index, next) - at) / 2);
}

/** A copy is never trusted: its list of packets must begin at the keyframe asked for and have every frame. */
function assertStartsAt(list: string, ownMs: number, frames: number): void {
  const timeBase = /#tb 0: (\d+)\/(\d+)/.exec(list);
  const packets = list.split('\n').filter((line) => /^\d+,/.test(line));
  const tickMs = (1000 * Number(timeBase?.[1] ?? 1)) / Number(timeBase?.[2] ?? 1);
  const firstMs = Number(packets[0]?.split(',')[2]) * tickMs;
  if (packets.length !== frames || !(Math.abs(firstMs - ownMs) <= 2)) {
    throw new AppError('cut-verification-failed', { step: 'copy', frames: packets.length, expected: frames });
  }
}

/** Appends the other pieces to the first; transport streams are made to be joined like that. */
async function appended(pieces: readonly string[]): Promise<string> {
  const [first, ...others] = pieces;
  if (first === undefined) throw new AppError('range-empty');
  try {
    for (const piece of others) {
      await pipeline(createReadStream(piece), createWriteStream(first, { flags: 'a' }));
      await rm(piece, { force: true });
    }
  } catch (error) {
    throw asAppError(error);
  }
  return first;
}

/**
 * By how many frames decoding runs ahead in the pieces made anew. A head too short to have any lead is followed by a tail
 * without: the track's length is counted from the first decoding time to the last.
 */
function leadOf({ info }: CutSource, { head }: SmartPlan): number {
  const own = Math.min(2, info.video.reorderFrames);
  const frames = head.outFrame - head.inFrame;
  return frames === 0 || frames > own ? own : 0;
}

/**
 * B-frames only so that decoding runs ahead of showing as far as in the middle. A piece without that lead leaves decoding
 * times that overlap at the joint, and the build of 2018 then writes an edit list one frame too short.
 */
function reorderedAs(frames: number): string {
  if (frames === 0) return 'bframes=0';
  return frames === 1 ? 'bframes=1:b-adapt=0:b-pyramid=none' : 'bframes=3:b-adapt=0:b-pyramid=normal';
}

function profileOf(profile: string): string[] {
  const known: Readonly<Record<string, string>> = {
    'Constrained Baseline': 'baseline',
    Baseline: 'baseline',
    Main: 'main',
    High: 'high',
  };
  const name = known[profile];
  return name ? ['-profile:v', name] : [];
}
