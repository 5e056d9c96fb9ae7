import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFluentRunner } from '../../../electron/media/ffmpeg/fluent-adapter.ts';
import { makeFilmstrip } from '../../../electron/media/filmstrip/make-filmstrip.ts';
import { planFilmstrip, type FilmstripPlan } from '../../../electron/media/filmstrip/filmstrip-plan.ts';
import { ffmpegs, h264, makeClip, temporaryFolder } from '../../fixtures/clips.ts';
import { ffmpeg, recordedAt } from '../../fixtures/recorded.ts';

const rate = 10;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

describe.each(ffmpegs.filter(({ present }) => present))('a filmstrip made by $name', ({ path: program }) => {
  const runner = createFluentRunner(program);
  const stripOf = async (clip: string) => {
    const { url, ...media } = await recordedAt(clip);
    const plan = planFilmstrip(media);
    const sheets = await makeFilmstrip({
      runner,
      url,
      streamIndex: media.info.video.streamIndex,
      plan,
    });
    return { plan, sheets };
  };

  it.each([
    ['camera.mp4', 'aac'],
    ['camera.mkv', 'libopus'],
    ['camera.mts', 'ac3'],
    ['camera.avi', 'libmp3lame'],
  ])('shows at every second the last keyframe before it: %s', async (name, codec) => {
    const clip = await makeClip(join(folder.path, name), {
      seconds: 13,
      rate: String(rate),
      video: h264({ rate: String(rate), bFrames: name.endsWith('avi') ? 0 : 2 }),
      audio: ['-c:a', codec],
    });
    const { plan, sheets } = await stripOf(clip);
    expect(plan).toMatchObject({ intervalMs: 1000, sheets: 1, keyframesOnly: true });
    const shown = await numbersOn(sheets, plan);
    expect(shown.slice(0, 12)).toEqual([0, 0, 20, 20, 40, 40, 60, 60, 80, 80, 100, 100]);
    // Where packets say no length, the very last still may be the keyframe before.
    expect([100, 120]).toContain(shown[12]);
  });

  it('shows every second of a webcam that sets one keyframe in twenty seconds', async () => {
    const clip = await makeClip(join(folder.path, 'webcam.mp4'), {
      seconds: 12,
      rate: String(rate),
      video: h264({ rate: String(rate), groupSeconds: 20 }),
    });
    const { plan, sheets } = await stripOf(clip);
    expect(plan.keyframesOnly).toBe(false);
    expect(await numbersOn(sheets, plan)).toEqual(Array.from({ length: 12 }, (_, second) => second * rate));
  });

  it('fills several sheets, the last one as far as needed', async () => {
    const clip = await makeClip(join(folder.path, 'long.mp4'), {
      seconds: 101,
      rate: '5',
      size: '256x144',
      video: h264({ rate: '5', groupSeconds: 1 }),
      audio: false,
    });
    const { plan, sheets } = await stripOf(clip);
    expect(plan).toMatchObject({ count: 101, sheets: 2 });
    expect(sheets).toHaveLength(2);
  });

  it('stands upright and unsqueezed for a turned and a stretched picture', async () => {
    const clip = await makeClip(join(folder.path, 'flat.mp4'), { seconds: 1, rate: '5' });
    const turned = join(folder.path, 'turned.mp4');
    await ffmpeg('-i', clip, '-c', 'copy', '-metadata:s:v:0', 'rotate=90', turned);
    const { plan, sheets } = await stripOf(turned);
    expect(plan).toMatchObject({ tileWidth: 90, tileHeight: 160 });
    expect(sizeOf(sheets)).toEqual({ width: 900, height: 1600 });
    const stretched = await makeClip(join(folder.path, 'pal.mpg'), {
      seconds: 1,
      size: '720x576',
      filter: 'setsar=64/45',
      video: ['-c:v', 'mpeg2video', '-q:v', '5'],
      audio: ['-c:a', 'mp2'],
    });
    expect((await stripOf(stretched)).plan).toMatchObject({ tileWidth: 160, tileHeight: 90 });
  });
});

/** Reads the number that each still carries (the cells of `makeClip`, half as large). */
async function numbersOn(sheets: readonly Buffer[], plan: FilmstripPlan): Promise<number[]> {
  const [sheet] = sheets;
  if (!sheet) return [];
  const path = join(folder.path, 'sheet.jpg');
  await writeFile(path, sheet);
  const width = plan.tileWidth * plan.columns;
  const picture = await ffmpeg('-i', path, '-vf', 'format=gray', '-f', 'rawvideo', 'pipe:1');
  return Array.from({ length: plan.count }, (_, still) => {
    const left = (still % plan.columns) * plan.tileWidth;
    const top = Math.floor(still / plan.columns) * plan.tileHeight;
    const bit = (place: number) => ((picture[(top + 4) * width + left + place * 8 + 4] ?? 0) > 127 ? 1 : 0);
    return Array.from({ length: 14 }, (_bit, place) => bit(place) * 2 ** place).reduce((a, b) => a + b, 0);
  });
}

/** A JPEG's own word on its size, in its frame header. */
function sizeOf([sheet = Buffer.alloc(0)]: readonly Buffer[]): { width: number; height: number } {
  const at = sheet.indexOf(Buffer.from([0xff, 0xc0]));
  return { width: sheet.readUInt16BE(at + 7), height: sheet.readUInt16BE(at + 5) };
}
