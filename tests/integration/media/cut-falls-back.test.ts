import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFluentRunner } from '../../../electron/media/ffmpeg/fluent-adapter.ts';
import type { FfmpegEnd, FfmpegRun, FfmpegRunner } from '../../../electron/media/ffmpeg/runner.ts';
import { ffmpegs, frameNumbers, makeClip, temporaryFolder } from '../../fixtures/clips.ts';
import { counted, cutFile } from '../../fixtures/cutting.ts';

/** An ffmpeg that does its work a little wrong, each time in another place. The cut must see it and encode instead. */
const ffmpeg = ffmpegs[0]?.path ?? '';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let clip: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  clip = await makeClip(join(folder.path, 'les.mp4'));
});
afterAll(() => folder.remove());

const writes = (run: FfmpegRun, name: string): boolean =>
  run.outputs.some((output) => output.url.endsWith(name));
const copiesPicture = (run: FfmpegRun): boolean =>
  run.outputs.some((output) => output.options.join(' ').includes('-c:v copy'));

/** Later by so many seconds: what follows the last `-ss` of an input. */
function later(end: FfmpegEnd, seconds: number): FfmpegEnd {
  const at = end.options.lastIndexOf('-ss') + 1;
  const moved = String(Number(end.options[at]) + seconds);
  return { ...end, options: end.options.with(at, moved) };
}

function clumsy(change: (run: FfmpegRun) => FfmpegRun): FfmpegRunner {
  const inner = createFluentRunner(ffmpeg);
  return { run: (run) => inner.run(change(run)) };
}

describe('a smart cut that is not what was asked for', () => {
  it.each<[string, string, (run: FfmpegRun) => FfmpegRun]>([
    [
      'whose copy begins a group early',
      'copy',
      (run) => (writes(run, 'middle.ts') ? { ...run, inputs: run.inputs.map((end) => later(end, -2)) } : run),
    ],
    [
      'whose first frame is the next one',
      'first-frame',
      (run) => (writes(run, 'head.ts') ? { ...run, inputs: run.inputs.map((end) => later(end, 0.04)) } : run),
    ],
    [
      'whose last frame is the one before',
      'last-frame',
      (run) =>
        writes(run, 'tail.ts') ? { ...run, inputs: run.inputs.map((end) => later(end, -0.04)) } : run,
    ],
    [
      'whose sound is 60 ms early',
      'sound-offset',
      (run) =>
        copiesPicture(run)
          ? { ...run, inputs: run.inputs.map((end, place) => (place === 1 ? later(end, 0.06) : end)) }
          : run,
    ],
    [
      'that lost its sound',
      'sound-missing',
      (run) =>
        copiesPicture(run)
          ? {
              ...run,
              outputs: run.outputs.map((end) => ({
                ...end,
                options: end.options.filter(
                  (option, place) => option !== '1:1' && end.options[place + 1] !== '1:1',
                ),
              })),
            }
          : run,
    ],
  ])('%s is encoded instead, and says why: %s', async (_what, reason, change) => {
    const { report, path } = await cutFile(clip, ffmpeg, 37, 120, { runner: clumsy(change) });
    expect(report).toMatchObject({ mode: 'encode', fallbackReason: reason });
    expect(await frameNumbers(path)).toEqual(counted(37, 120));
  });

  it('is refused when encoding is wrong as well', async () => {
    const runner = clumsy((run) => ({
      ...run,
      outputs: run.outputs.map((end) =>
        end.url.endsWith('.mp4')
          ? { ...end, options: end.options.map((option) => option.replace('end_frame=83', 'end_frame=82')) }
          : end,
      ),
    }));
    await expect(cutFile(clip, ffmpeg, 51, 134, { runner })).rejects.toMatchObject({
      code: 'cut-verification-failed',
      params: { step: 'frames' },
    });
  });

  it('ends at once when it is cancelled', async () => {
    const stop = new AbortController();
    const runner = clumsy((run) => {
      if (copiesPicture(run)) stop.abort();
      return run;
    });
    await expect(cutFile(clip, ffmpeg, 37, 120, { runner, signal: stop.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  it('is refused before any work when the range holds nothing or leaves the recording', async () => {
    await expect(cutFile(clip, ffmpeg, 20, 20)).rejects.toMatchObject({ code: 'range-empty' });
    await expect(cutFile(clip, ffmpeg, 20, 151)).rejects.toMatchObject({ code: 'range-outside' });
  });
});
