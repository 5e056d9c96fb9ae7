import { AppError } from '../../../shared/contract/errors.ts';
import { input, output, seconds } from '../ffmpeg/args.ts';
import type { FfmpegRun, FfmpegRunner } from '../ffmpeg/runner.ts';
import { words } from '../ffmpeg/words.ts';
import { createJpegSplitter } from '../picture/jpeg-splitter.ts';
import type { FilmstripPlan } from './filmstrip-plan.ts';

/** Without the packets between keyframes ffmpeg guesses their times, up to some frames too late. */
const guessMs = 200;

export interface FilmstripRequest extends Pick<FfmpegRun, 'signal' | 'onProgress'> {
  readonly runner: FfmpegRunner;
  /** An ffmpeg input address, as the media store gives it. */
  readonly url: string;
  readonly streamIndex: number;
  readonly plan: FilmstripPlan;
}

/**
 * Makes the sprite sheets in one pass; still k is the last picture that began by k × interval
 * (keyframes: by a fifth of a second later, see `guessMs`).
 * @returns JPEG sheets, 10 × 10 stills each. @throws AppError `file-no-frames`, and what a runner throws.
 */
export async function makeFilmstrip(request: FilmstripRequest): Promise<Buffer[]> {
  const sheets = await pass(request, request.plan.keyframesOnly);
  if (sheets.length > 0) return sheets;
  // A file whose keyframes are not marked as such: look at every picture.
  const all = request.plan.keyframesOnly ? await pass(request, false) : sheets;
  if (all.length === 0) throw new AppError('file-no-frames');
  return all;
}

async function pass(request: FilmstripRequest, keyframesOnly: boolean): Promise<Buffer[]> {
  const { plan, url, streamIndex, runner, signal, onProgress } = request;
  const sheets: Buffer[] = [];
  const filters = [
    `setpts=PTS-STARTPTS+${seconds(plan.firstShownMs - (keyframesOnly ? guessMs : 0))}/TB`,
    `fps=fps=1000/${plan.intervalMs}:round=up:start_time=0`,
    // After the last keyframe the picture stays what it was, up to exactly as many stills as planned.
    'tpad=stop=-1:stop_mode=clone',
    `trim=end_frame=${plan.count}`,
    `scale=${plan.tileWidth}:${plan.tileHeight}`,
    'setsar=1',
    `tile=${plan.columns}x${plan.rows}`,
  ];
  // `discard` drops the packets before they are read, `skip_frame` what a container cannot drop by itself.
  const sparse = keyframesOnly ? ['-discard', 'nokey', '-skip_frame', 'nokey'] : [];
  await runner.run({
    inputs: [input(url, ...sparse)],
    outputs: [
      output(
        'pipe:1',
        '-vf',
        filters.join(','),
        ...words(`-map 0:${streamIndex} -an -vsync passthrough`),
        ...words('-c:v mjpeg -pix_fmt yuvj420p -q:v 5 -f image2pipe'),
      ),
    ],
    onStdout: createJpegSplitter((sheet) => {
      sheets.push(sheet);
      onProgress?.(sheets.length / plan.sheets);
    }),
    signal,
  });
  return sheets;
}
