import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBinary } from '../../electron/media/ffmpeg/binaries.ts';

const execute = promisify(execFile);

/** Runs the app's ffmpeg with plain arguments: the yardstick that the app's own work is held against. */
export async function plainFfmpeg(...args: readonly string[]): Promise<void> {
  const all = ['-hide_banner', '-loglevel', 'error', '-y', ...args];
  await execute(findBinary('ffmpeg').path, all, { maxBuffer: 1 << 24 });
}

/**
 * A lesson of 1080p25 H.264 with two-second groups and AAC sound: ten seconds that are repeated without encoding.
 * @returns its path.
 */
export async function makeLesson(folder: string, minutes: number): Promise<string> {
  const short = join(folder, 'ten-seconds.mp4');
  const lesson = join(folder, 'lesson.mp4');
  const sources = [
    ['-f', 'lavfi', '-i', 'testsrc2=s=1920x1080:r=25:d=10'],
    ['-f', 'lavfi', '-i', 'aevalsrc=0.4*sin(300*2*PI*t)*sin(3*t):s=48000:d=10'],
  ];
  const picture = ['-vf', 'noise=alls=4:allf=t', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '30'];
  const groups = ['-bf', '2', '-x264-params', 'keyint=50:min-keyint=50:scenecut=0', '-pix_fmt', 'yuv420p'];
  await plainFfmpeg(...sources.flat(), ...picture, ...groups, '-c:a', 'aac', short);
  await plainFfmpeg('-stream_loop', String(minutes * 6 - 1), '-i', short, '-c', 'copy', lesson);
  return lesson;
}

/** What a piece of work takes when the machine is left alone: a busy one slows two programs more than one. */
export function best(times: readonly number[]): number {
  return Math.min(...times);
}
