import type { FrameRange } from '../../../shared/domain/frames.ts';
import { fileUrl, input, output, seconds } from '../ffmpeg/args.ts';
import { audioOptions, nothingPersonal } from './audio.ts';
import { lengthMs, seeksLoosely, soundFrom, type CutSource } from './cut-source.ts';

/** Pieces stand this far after zero: decoding times before the first frame must not become negative. */
export const baseMs = 10_000;

/** Picture of a fragment in a file of our own making. */
export interface JoinedPicture {
  readonly path: string;
  /** Where its first frame stands. */
  readonly startMs: number;
  /** Clockwise degrees the player must still turn it. */
  readonly rotation: number;
}

/** Options of an output that is a piece; its times are moved by `offsetMs`. */
export function transport(offsetMs: number): string[] {
  // No extra delay: pieces must stand exactly where their frames do.
  return ['-output_ts_offset', seconds(offsetMs), '-muxdelay', '0', '-muxpreload', '0', '-f', 'mpegts'];
}

/** Puts a picture and one continuous track of the source's sound into MP4. */
export async function muxWithSound(
  source: CutSource,
  whole: FrameRange,
  joined: JoinedPicture,
  target: string,
  onProgress?: (fraction: number) => void,
): Promise<void> {
  const { info, index, runner, signal } = source;
  const total = lengthMs(index, whole);
  const sound = soundFrom(source, whole.inFrame);
  // A loose source keeps its own time stamps, and `-copyts` holds for all inputs: ours is then brought to zero by hand.
  const zero = seeksLoosely(info) ? ['-itsoffset', seconds(-joined.startMs)] : [];
  await runner.run({
    // A file of our own making, yet behind the same guards.
    inputs: [input(fileUrl(joined.path), ...zero), sound.input],
    outputs: [
      output(
        target,
        '-map',
        '0:v:0',
        '-c:v',
        'copy',
        // Written, this mark counts against the clock, although reading gives it with the clock.
        ...(joined.rotation === 0 ? [] : ['-metadata:s:v:0', `rotate=${360 - joined.rotation}`]),
        '-video_track_timescale',
        '90000',
        ...audioOptions(info, sound, total, 1),
        ...nothingPersonal,
        '-movflags',
        '+faststart',
        '-f',
        'mp4',
      ),
    ],
    expectedMs: total,
    onProgress,
    signal,
  });
}
