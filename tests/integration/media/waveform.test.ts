import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFluentRunner } from '../../../electron/media/ffmpeg/fluent-adapter.ts';
import { words } from '../../../electron/media/ffmpeg/words.ts';
import { makeWaveform } from '../../../electron/media/waveform/make-waveform.ts';
import { ffmpegs, makeClip, temporaryFolder } from '../../fixtures/clips.ts';
import { ffmpeg, recordedAt } from '../../fixtures/recorded.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

describe.each(ffmpegs.filter(({ present }) => present))('a waveform made by $name', ({ path: program }) => {
  const runner = createFluentRunner(program);
  const peaksOf = async (clip: string) => {
    const { url, ...media } = await recordedAt(clip);
    return makeWaveform({ runner, url, media });
  };

  it('is loud where the beeps are and still in between', async () => {
    const clip = await makeClip(join(folder.path, 'beeps.mp4'), { seconds: 4 });
    const peaks = await peaksOf(clip);
    expect(peaks?.length).toBeGreaterThanOrEqual(198);
    expect(peaks?.length).toBeLessThanOrEqual(203);
    expect(loudStarts(peaks)).toEqual([0, 50, 100, 150]);
    expect(Math.max(...(peaks?.slice(60, 98) ?? []))).toBeLessThan(10);
  });

  it('begins at the first frame shown, not where the sound begins', async () => {
    const clip = await makeClip(join(folder.path, 'even.mp4'), { seconds: 4 });
    const late = join(folder.path, 'late-picture.mkv');
    const copy = words('-map 0:v -map 1:a -c copy');
    await ffmpeg('-itsoffset', '0.5', '-i', clip, '-i', clip, ...copy, late);
    expect(loudStarts(await peaksOf(late))).toEqual([25, 75, 125]);
    const lateSound = join(folder.path, 'late-sound.mkv');
    await ffmpeg('-i', clip, '-itsoffset', '0.5', '-i', clip, ...copy, lateSound);
    expect(loudStarts(await peaksOf(lateSound))).toEqual([25, 75, 125, 175]);
  });

  it('is absent where there is no sound', async () => {
    const clip = await makeClip(join(folder.path, 'silent.mp4'), { seconds: 1, audio: false });
    expect(await peaksOf(clip)).toBeNull();
  });
});

/** Places (20 ms each) at which it becomes loud; a place beside a quarter of a second counts as that quarter. */
function loudStarts(peaks: Uint8Array | null): number[] {
  const starts: number[] = [];
  peaks?.forEach((peak, place) => {
    const before = Math.max(0, ...peaks.slice(Math.max(0, place - 5), place));
    const nearest = Math.round(place / 25) * 25;
    if (peak > 64 && before <= 64) starts.push(Math.abs(place - nearest) <= 2 ? nearest : place);
  });
  return starts;
}
