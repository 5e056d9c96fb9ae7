import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutFragment } from '../../../electron/media/cut/cut-fragment.ts';
import { findBinary } from '../../../electron/media/ffmpeg/binaries.ts';
import { createProber } from '../../../electron/media/ffmpeg/ffprobe.ts';
import { createFluentRunner } from '../../../electron/media/ffmpeg/fluent-adapter.ts';
import { makeProxy } from '../../../electron/media/proxy/make-proxy.ts';
import { needsProxy } from '../../../electron/media/proxy/needs-proxy.ts';
import { makeStill } from '../../../electron/media/still/make-still.ts';
import { ffmpegs, frameNumbers, temporaryFolder } from '../../fixtures/clips.ts';
import { makeFieldClip } from '../../fixtures/fields.ts';
import { recordedAt } from '../../fixtures/recorded.ts';

const prober = createProber(findBinary('ffprobe', undefined, {}).path);
const upTo = (count: number) => Array.from({ length: count }, (_, frame) => frame);
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder.path, 'work'));
});
afterAll(() => folder.remove());

describe.each(['frame', 'field'] as const)(
  'AVCHD with a picture for each field and a time for each %s',
  (stamps) => {
    let clip: string;
    beforeAll(async () => {
      clip = await makeFieldClip(join(folder.path, `${stamps}.mts`), 75, stamps);
    });

    it('counts frames, not fields', async () => {
      const { info, index } = await recordedAt(clip);
      expect(info.video).toMatchObject({ interlaced: true, frameRateNum: 25, frameRateDen: 1 });
      expect(Array.from(index.times, (tick) => tick * index.tickMs)).toEqual(
        upTo(75).map((frame) => frame * 40),
      );
      expect(index.end * index.tickMs).toBe(3000);
      expect(index.constant).toEqual({ num: 25, den: 1 });
    });

    describe.each(ffmpegs.filter(({ present }) => present))('with $name', ({ path: program }) => {
      const runner = createFluentRunner(program);

      it('gets a proxy of the same frames', async () => {
        const { url, ...media } = await recordedAt(clip);
        expect(needsProxy(media.info, media.index)).toEqual({ way: 'encode', reason: 'interlaced' });
        const target = join(folder.path, 'proxy.mp4');
        await makeProxy({ runner, prober, url, media, way: 'encode', target });
        expect(await frameNumbers(target)).toEqual(upTo(75));
      });

      it('is cut on the frame', async () => {
        const source = { runner, prober, ...(await recordedAt(clip)) };
        const range = { inFrame: 13, outFrame: 58 };
        const target = join(folder.path, 'fragment.mp4');
        const report = await cutFragment({ ...source, range, workFolder: join(folder.path, 'work'), target });
        expect(report.actual).toMatchObject(range);
        expect(await frameNumbers(target)).toEqual(upTo(75).slice(13, 58));
      });

      it('gives the still of exactly one frame', async () => {
        const source = { runner, ...(await recordedAt(clip)) };
        for (const frame of [0, 24, 31, 74]) {
          const path = join(folder.path, 'still.png');
          await writeFile(path, await makeStill(source, frame, 'png'));
          expect(await frameNumbers(path)).toEqual([frame]);
        }
      });
    });
  },
);
