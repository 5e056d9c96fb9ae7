import type { FfmpegEnd, FfmpegRun } from './runner.ts';

/**
 * Containers we take in, by ffmpeg's demuxer names: of cameras, phones and screen recorders. Without this list a text
 * file named `.mp4` (ffconcat, DASH, HLS) makes ffmpeg open any other file of the person: `-protocol_whitelist file`
 * alone does not stop that.
 */
export const containers = [
  'mov',
  'mp4',
  'm4a',
  '3gp',
  '3g2',
  'mj2',
  'matroska',
  'webm',
  'avi',
  'mpegts',
  'mpegtsraw',
  'mpeg',
  'mpegvideo',
  'dv',
  'h264',
  'wav',
].join(',');

/** What every reading of a file starts with, for ffmpeg and ffprobe alike: no network, no lists of other files. */
export const guardedInput: readonly string[] = [
  '-protocol_whitelist',
  'file,pipe',
  '-format_whitelist',
  containers,
];

/** An input behind the guards. @param url as `MediaStore.inputForFfmpeg` or `fileUrl` gives it. */
export function input(url: string, ...options: readonly string[]): FfmpegEnd {
  return { options: [...guardedInput, ...options], url };
}

export function output(url: string, ...options: readonly string[]): FfmpegEnd {
  return { options, url };
}

/** The address of a plain path: with `file:` a name may hold `:` or `%` or start with `-`. */
export function fileUrl(path: string): string {
  return `file:${path}`;
}

/** Seconds as ffmpeg takes them, to the microsecond, never in exponent notation. */
export function seconds(ms: number): string {
  return (ms / 1000).toFixed(6);
}

/** All arguments of a run in ffmpeg's order. */
export function argumentsOf(run: FfmpegRun): string[] {
  return [
    ...globalOptions,
    ...run.inputs.flatMap(({ options, url }) => [...options, '-i', url]),
    ...run.outputs.flatMap(({ options, url }) => [...options, url]),
  ];
}

/**
 * No banner and errors only: the tail must hold what went wrong. `-stats`: at this log level the clock that progress
 * reads has to be asked for. `-y`: outputs are part files of our own, and a job taken up after a crash writes over what
 * it left. There is no `-nostdin`: stdin is held open for `q`.
 */
const globalOptions: readonly string[] = ['-hide_banner', '-loglevel', 'error', '-stats', '-y'];
