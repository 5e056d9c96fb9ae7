import type { FrameRange } from '../../../shared/domain/frames.ts';
import { output } from '../ffmpeg/args.ts';
import { audioOptions, nothingPersonal } from './audio.ts';
import { lengthMs, pictureFrom, soundFrom, type CutSource } from './cut-source.ts';

/** Encodes the whole range anew: exact for everything that can be decoded. @param target an ffmpeg output address. */
export async function encodeRange(
  source: CutSource,
  range: FrameRange,
  target: string,
  onProgress?: (fraction: number) => void,
): Promise<void> {
  const { info, index, runner, signal } = source;
  const { video } = info;
  const frames = range.outFrame - range.inFrame;
  const picture = pictureFrom(source, range.inFrame);
  const sound = soundFrom(source, range.inFrame);
  const filters = [
    ...picture.filters,
    // Not `-frames:v`: reaching that count would end the sound with it.
    `trim=end_frame=${frames}`,
    // One frame out per frame in, so that frame numbers stay what they were.
    ...(video.interlaced ? ['yadif=mode=send_frame'] : []),
    // Chroma is stored at half size: odd sides cannot be encoded.
    'scale=trunc(iw/2)*2:trunc(ih/2)*2',
  ];
  await runner.run({
    inputs: [picture.input, sound.input],
    outputs: [
      output(
        target,
        '-map',
        `0:${video.streamIndex}`,
        '-vf',
        filters.join(','),
        // Frames as they come: any other mode repeats or drops some to even out the rate.
        '-vsync',
        'passthrough',
        // Without it the encoder counts in frames of the nominal rate, and a variable rate is forced into that grid.
        ...(index.constant ? [] : ['-enc_time_base', '1:90000']),
        '-c:v',
        'libx264',
        '-preset',
        'veryfast',
        '-crf',
        '20',
        '-pix_fmt',
        // Full range stays full range: a phone's picture must not turn grey.
        info.video.colorRange === 'pc' ? 'yuvj420p' : 'yuv420p',
        ...keyframeEvery(info),
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

/** A keyframe at least every half second: seeking stays quick and the next cut can copy nearly everything. */
function keyframeEvery({ video }: CutSource['info']): string[] {
  const frames = Math.max(1, Math.round(video.frameRateNum / video.frameRateDen / 2));
  return ['-g', String(frames)];
}
