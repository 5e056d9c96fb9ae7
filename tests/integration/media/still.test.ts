import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBinary } from '../../../electron/media/ffmpeg/binaries.ts';
import { createFluentRunner } from '../../../electron/media/ffmpeg/fluent-adapter.ts';
import type { FfmpegRunner } from '../../../electron/media/ffmpeg/runner.ts';
import { words } from '../../../electron/media/ffmpeg/words.ts';
import { makeStill, previewStill } from '../../../electron/media/still/make-still.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { cameraFiles, ffmpegs, frameNumbers, makeClip, temporaryFolder } from '../../fixtures/clips.ts';
import { ffmpeg, recordedAt } from '../../fixtures/recorded.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

describe.each(ffmpegs.filter(({ present }) => present))('a still made by $name', ({ path: program }) => {
  const runner = createFluentRunner(program);
  it.each([
    ['camera.mp4', 'libx264 -preset ultrafast -bf 2 -g 50 -pix_fmt yuv420p', 'aac'],
    ['camera.mts', 'libx264 -preset ultrafast -bf 2 -g 50 -pix_fmt yuv420p', 'ac3'],
    ['camera.mpg', 'mpeg2video -q:v 3 -bf 2', 'mp2'],
    ['camera.avi', 'mpeg4 -q:v 3', 'libmp3lame'],
  ])('shows exactly the frame asked for: %s', async (name, video, audio) => {
    const clip = await makeClip(join(folder.path, name), {
      seconds: 5,
      video: words(`-c:v ${video}`),
      audio: words(`-c:a ${audio}`),
    });
    const source = { runner, ...(await recordedAt(clip)) };
    const shown: (number | undefined)[] = [];
    const asked = [0, 1, 49, 50, 51, 77, 123, 124];
    for (const frame of asked) shown.push(await numberOn(await makeStill(source, frame, 'png'), 'still.png'));
    expect(shown).toEqual(asked);
    expect(await numberOn(await makeStill(source, 60, 'jpeg'), 'still.jpg')).toBe(60);
    await expect(makeStill(source, 125, 'png')).rejects.toMatchObject({ code: 'range-outside' });
  });

  it('has square pixels at full size', async () => {
    const clip = await makeClip(join(folder.path, 'pal.mpg'), {
      seconds: 1,
      size: '720x576',
      filter: 'setsar=64/45',
      video: words('-c:v mpeg2video -q:v 5'),
      audio: false,
    });
    const png = await makeStill({ runner, ...(await recordedAt(clip)) }, 3, 'png');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1024, 576]);
  });

  it('gives a small preview, also of a file shorter than three seconds', async () => {
    for (const seconds of [1, 9]) {
      const clip = await makeClip(join(folder.path, 'offer.mp4'), { seconds, size: '640x360' });
      const { url, info } = await recordedAt(clip);
      const jpeg = await previewStill({ runner, url, info });
      const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
      expect([jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)]).toEqual([320, 180]);
      expect(jpeg.length).toBeLessThan(40_000);
    }
  });
});

describe.skipIf(!cameraFiles)(
  'a still of high dynamic range (skipped without camera files beside the project)',
  () => {
    const runner = createFluentRunner(findBinary('ffmpeg').path);
    const hdr = () => recordedAt(join(cameraFiles ?? '', 'hdr10-video-with-sdr-container.mp4'));

    it('has the colours that were seen, not the grey that is stored', async () => {
      const source = { runner, ...(await hdr()) };
      const { video } = source.info;
      expect(video.colorTransfer).toBe('smpte2084');
      const seen = await makeStill(source, 10, 'png');
      const asStored = { ...source, info: { ...source.info, video: { ...video, colorTransfer: null } } };
      const stored = await makeStill(asStored, 10, 'png');
      expect(await colourfulness(seen)).toBeGreaterThan(2 * (await colourfulness(stored)));
    });

    it('is made all the same by a build that cannot bring them back', async () => {
      const asked: string[] = [];
      const plain: FfmpegRunner = {
        run(run) {
          const all = run.outputs.flatMap(({ options }) => options).join(' ');
          asked.push(all.includes('zscale') ? 'true colours' : 'as stored');
          if (all.includes('zscale')) return Promise.reject(new AppError('ffmpeg-failed'));
          return runner.run(run);
        },
      };
      const png = await makeStill({ ...(await hdr()), runner: plain }, 0, 'png');
      expect(png.length).toBeGreaterThan(1000);
      expect(asked).toEqual(['true colours', 'as stored']);
    });
  },
);

/** How far red, green and blue lie apart on average, 0–255. */
async function colourfulness(picture: Buffer): Promise<number> {
  const path = join(folder.path, 'colours.png');
  await writeFile(path, picture);
  const rgb = await ffmpeg('-i', path, '-vf', 'scale=32:18', '-pix_fmt', 'rgb24', '-f', 'rawvideo', 'pipe:1');
  let sum = 0;
  for (let at = 0; at < rgb.length; at += 3) {
    const colours = [...rgb.subarray(at, at + 3)];
    sum += Math.max(...colours) - Math.min(...colours);
  }
  return sum / (rgb.length / 3);
}

/** The number that a picture of `makeClip` carries. */
async function numberOn(picture: Buffer, name: string): Promise<number | undefined> {
  const path = join(folder.path, name);
  await writeFile(path, picture);
  return (await frameNumbers(path))[0];
}
