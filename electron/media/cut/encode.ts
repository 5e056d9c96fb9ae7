import { join } from 'node:path';
import type { FrameRange } from '../../../shared/domain/frames.ts';
import { fileUrl, output } from '../ffmpeg/args.ts';
import { audioOptions, nothingPersonal } from './audio.ts';
import { lengthMs, pictureFrom, soundFrom, type CutSource } from './cut-source.ts';
import { muxWithSound } from './mux.ts';

/**
 * Encodes the whole range anew: exact for everything that can be decoded.
 * @param folder a private work folder. @param target an ffmpeg output address.
 */
export async function encodeRange(
  source: CutSource,
  range: FrameRange,
  folder: string,
  target: string,
  onProgress?: (fraction: number) => void,
): Promise<void> {
  await (source.index.constant
    ? encodeConstant(source, range, target, onProgress)
    : encodeVariable(source, range, folder, target, onProgress));
}

async function encodeConstant(
  source: CutSource,
  range: FrameRange,
  target: string,
  onProgress?: (fraction: number) => void,
): Promise<void> {
  const { info, index, runner, signal } = source;
  const picture = pictureFrom(source, range.inFrame);
  const sound = soundFrom(source, range.inFrame);
  await runner.run({
    inputs: [picture.input, sound.input],
    outputs: [
      output(
        target,
        ...encoded(source, range, picture.filters),
        '-video_track_timescale',
        '90000',
        ...audioOptions(info, sound, lengthMs(index, range), 1),
        ...nothingPersonal,
        '-movflags',
        '+faststart',
        '-f',
        'mp4',
      ),
    ],
    expectedMs: lengthMs(index, range),
    onProgress,
    signal,
  });
}

/**
 * A variable rate goes by way of Matroska, which gives every frame a length: written to MP4 at once by the build of
 * 2018, the last frame has none and the edit list cuts it off.
 */
async function encodeVariable(
  source: CutSource,
  range: FrameRange,
  folder: string,
  target: string,
  onProgress?: (fraction: number) => void,
): Promise<void> {
  const { index, runner, signal } = source;
  const picture = pictureFrom(source, range.inFrame);
  const path = join(folder, 'whole.mkv');
  await runner.run({
    inputs: [picture.input],
    outputs: [
      output(
        fileUrl(path),
        ...encoded(source, range, picture.filters),
        '-an',
        // Without it the encoder counts in frames of the nominal rate, and a variable rate is forced into that grid.
        '-enc_time_base',
        '1:1000',
        // The encoder takes that clock for the rate and would claim a level no player promises.
        '-level:v',
        Math.max(source.info.video.width, source.info.video.height) > 1920 ? '5.2' : '4.2',
        // Decoding order is showing order: Matroska holds only the latter.
        '-bf',
        '0',
        '-f',
        'matroska',
      ),
    ],
    expectedMs: lengthMs(index, range),
    onProgress: (fraction) => onProgress?.(fraction * 0.9),
    signal,
  });
  await muxWithSound(source, range, { path, startMs: 0, rotation: 0 }, target, (fraction) =>
    onProgress?.(0.9 + fraction * 0.1),
  );
}

function encoded(source: CutSource, range: FrameRange, begin: readonly string[]): string[] {
  const { video } = source.info;
  const filters = [
    ...begin,
    // Not `-frames:v`: reaching that count would end the sound with it.
    `trim=end_frame=${range.outFrame - range.inFrame}`,
    // One frame out per frame in, so that frame numbers stay what they were.
    ...(video.interlaced ? ['yadif=mode=send_frame'] : []),
    // Chroma is stored at half size: odd sides cannot be encoded.
    'scale=trunc(iw/2)*2:trunc(ih/2)*2',
  ];
  return [
    '-map',
    `0:${video.streamIndex}`,
    '-vf',
    filters.join(','),
    // Frames as they come: any other mode repeats or drops some to even out the rate.
    '-vsync',
    'passthrough',
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-crf',
    '20',
    '-pix_fmt',
    // Full range stays full range: a phone's picture must not turn grey.
    video.colorRange === 'pc' ? 'yuvj420p' : 'yuv420p',
    // A keyframe at least every half second: seeking stays quick and the next cut can copy nearly everything.
    '-g',
    String(Math.max(1, Math.round(video.frameRateNum / video.frameRateDen / 2))),
  ];
}
