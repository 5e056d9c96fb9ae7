import { AppError } from '../../../shared/contract/errors.ts';
import { pictureFrom, type CutSource } from '../cut/cut-source.ts';
import { input, output, seconds } from '../ffmpeg/args.ts';
import type { FfmpegRunner } from '../ffmpeg/runner.ts';
import { words } from '../ffmpeg/words.ts';
import type { MediaInfo } from '../media-info.ts';
import { displaySize, fitInto, pictureFilters } from '../picture/display-size.ts';
import { inTrueColours } from '../picture/true-colours.ts';

/** Larger than any camera's picture: a still keeps its full size. */
const unbounded = { width: 16_384, height: 16_384 };
const previewBox = { width: 320, height: 320 };
/** A file's first pictures are often black or a hand in front of the lens. */
const previewAtMs = 3000;
const previewLimitMs = 10_000;

const encoders = { png: '-c:v png', jpeg: '-c:v mjpeg -pix_fmt yuvj420p -q:v 2' };

/**
 * The picture of one frame, exactly that frame, at full size, upright, with square pixels.
 * @param frame 0 … number of frames - 1. @throws AppError `range-outside`, `file-no-frames`, and what a runner throws.
 */
export async function makeStill(source: CutSource, frame: number, format: 'png' | 'jpeg'): Promise<Buffer> {
  if (frame < 0 || frame >= source.index.times.length) throw new AppError('range-outside');
  const { video } = source.info;
  const opened = pictureFrom(source, frame);
  const filters = [...opened.filters, ...pictureFilters(video, fitInto(displaySize(video), unbounded))];
  return inTrueColours(video, (colours) =>
    onePicture(source.runner, {
      inputs: [opened.input],
      options: [
        '-vf',
        [...filters, ...colours].join(','),
        ...words(`-map 0:${video.streamIndex} -frames:v 1 -vsync passthrough ${encoders[format]}`),
      ],
      signal: source.signal,
    }),
  );
}

/**
 * A small picture of a file that may be brought in: the keyframe nearest to its third second, or its first.
 * @returns JPEG of at most 320 px. @throws AppError `file-no-frames`, and what a runner throws.
 */
export async function previewStill(request: {
  readonly runner: FfmpegRunner;
  /** An ffmpeg input address. */
  readonly url: string;
  readonly info: MediaInfo;
  readonly signal?: AbortSignal | undefined;
}): Promise<Buffer> {
  const { runner, url, info, signal } = request;
  const size = fitInto(displaySize(info.video), previewBox);
  const filters = pictureFilters({ ...info.video, interlaced: false }, size);
  const options = [
    '-vf',
    filters.join(','),
    ...words(`-map 0:${info.video.streamIndex} -frames:v 1 -c:v mjpeg -pix_fmt yuvj420p -q:v 4`),
  ];
  const quick = ['-noaccurate_seek', '-skip_frame', 'nokey'];
  const hurry = { signal, idleTimeoutMs: previewLimitMs };
  if ((info.durationMs ?? 0) > 2 * previewAtMs) {
    const there = input(url, '-ss', seconds(previewAtMs), ...quick);
    const found = await onePicture(runner, { inputs: [there], options, ...hurry }).catch(onlyIfEmpty);
    if (found) return found;
  }
  return onePicture(runner, { inputs: [input(url)], options, ...hurry });
}

interface PictureRun extends Pick<Parameters<FfmpegRunner['run']>[0], 'inputs' | 'signal' | 'idleTimeoutMs'> {
  readonly options: readonly string[];
}

async function onePicture(runner: FfmpegRunner, { options, ...run }: PictureRun): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const outputs = [output('pipe:1', ...options, '-f', 'image2pipe')];
  await runner.run({ ...run, outputs, onStdout: (chunk) => chunks.push(chunk) });
  if (chunks.length === 0) throw new AppError('file-no-frames');
  return Buffer.concat(chunks);
}

/** No keyframe after that moment: the first picture of the file will do. */
function onlyIfEmpty(error: unknown): null {
  if (error instanceof AppError && error.code === 'file-no-frames') return null;
  throw error;
}
