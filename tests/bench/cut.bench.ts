import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cutFragment } from '../../electron/media/cut/cut-fragment.ts';
import { fileUrl } from '../../electron/media/ffmpeg/args.ts';
import { findBinary } from '../../electron/media/ffmpeg/binaries.ts';
import { createProber } from '../../electron/media/ffmpeg/ffprobe.ts';
import { createFluentRunner } from '../../electron/media/ffmpeg/fluent-adapter.ts';
import { readFrames } from '../../electron/media/frames/read-frames.ts';
import { probeMedia } from '../../electron/media/probe.ts';
import { median, timed, type Bench } from './bench.ts';

const execute = promisify(execFile);
const group = 100;
const inFrame = 437;
const frames = 3000;

const bench: Bench = {
  name: 'cutting a minute on the frame',
  promise:
    '60 s out of 1080p50 H.264 with 2-second groups takes at most 1.5 × (its stream copy + encoding 2 groups)',
  limit: 1.5,
  async run({ tmp, log }) {
    const ffmpeg = findBinary('ffmpeg').path;
    const run = (...args: readonly string[]): Promise<unknown> =>
      execute(ffmpeg, ['-hide_banner', '-loglevel', 'error', '-y', ...args], { maxBuffer: 1 << 24 });
    const lesson = await makeLesson(tmp, run);
    log('lesson made');
    const prober = createProber(findBinary('ffprobe').path);
    const runner = createFluentRunner(ffmpeg);
    const url = fileUrl(lesson);
    const info = await probeMedia(prober, url);
    const index = await readFrames(prober, url, info);
    const workFolder = join(tmp, 'work');
    await mkdir(workFolder);
    const out = join(tmp, 'out.mp4');
    const from = String(inFrame / 50);
    const encoder = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-c:a', 'aac'];
    const copies: number[] = [];
    const groups: number[] = [];
    const cuts: number[] = [];
    let mode = '';
    let steps = '';
    for (let round = 0; round < 3; round += 1) {
      copies.push(await timed(() => run('-ss', from, '-i', lesson, '-t', '60', '-c', 'copy', out)));
      groups.push(await timed(() => run('-ss', from, '-i', lesson, '-t', '4', ...encoder, out)));
      cuts.push(
        await timed(async () => {
          const range = { inFrame, outFrame: inFrame + frames };
          const report = await cutFragment({
            runner,
            prober,
            url,
            info,
            index,
            range,
            workFolder,
            target: out,
          });
          mode = report.mode;
          steps = JSON.stringify(report.stepsMs);
        }),
      );
      log(`round ${round + 1}: cut ${(cuts.at(-1) ?? 0).toFixed(0)} ms, ${steps}`);
    }
    const whole = await timed(() => run('-ss', from, '-i', lesson, '-t', '60', ...encoder, out));
    const [copy, twoGroups, cut] = [median(copies), median(groups), median(cuts)];
    if (mode !== 'smart') throw new Error(`cut by ${mode}, not smart`);
    return {
      ratio: cut / (copy + twoGroups),
      detail: {
        'cut s': cut / 1000,
        'copy s': copy / 1000,
        '2 groups s': twoGroups / 1000,
        'full encode s': whole / 1000,
        'cut / full encode': cut / whole,
        steps,
      },
    };
  },
};
export default bench;

/** Eight seconds are encoded and strung together: a lesson's length without a lesson's encoding. */
async function makeLesson(tmp: string, run: (...args: string[]) => Promise<unknown>): Promise<string> {
  const part = join(tmp, 'part.mp4');
  const list = join(tmp, 'parts.txt');
  const lesson = join(tmp, 'lesson.mp4');
  await run(
    '-f',
    'lavfi',
    '-i',
    'testsrc2=s=1920x1080:r=50:d=8,noise=alls=12:allf=t',
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-bf',
    '2',
    '-b:v',
    '12M',
    '-pix_fmt',
    'yuv420p',
    '-x264-params',
    `keyint=${group}:min-keyint=${group}:scenecut=0:open-gop=0`,
    part,
  );
  await writeFile(list, "file 'part.mp4'\n".repeat(10));
  await run(
    '-f',
    'concat',
    '-i',
    list,
    '-f',
    'lavfi',
    '-i',
    'aevalsrc=0.3*sin(880*2*PI*t):s=48000:d=80',
    '-c:v',
    'copy',
    '-c:a',
    'aac',
    lesson,
  );
  return lesson;
}
