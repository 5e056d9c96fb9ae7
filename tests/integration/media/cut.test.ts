import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ffmpegs, h264, makeClip, temporaryFolder, type ClipOptions } from '../../fixtures/clips.ts';
import { counted, cutOut } from '../../fixtures/cutting.ts';

type Range = readonly [inFrame: number, outFrame: number, mode: 'copy' | 'smart' | 'encode'];

interface Case {
  readonly name: string;
  readonly file: string;
  readonly clip: ClipOptions;
  readonly ranges: readonly Range[];
  /** Number of the first frame shown, where that is not the first one made. */
  readonly firstShown?: number;
}

const openGroups = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-bf', '2'];
const cases: readonly Case[] = [
  {
    name: '25 frames a second with B-frames and closed groups',
    file: 'a.mp4',
    clip: {},
    ranges: [
      [37, 120, 'smart'],
      [50, 100, 'copy'],
      [50, 77, 'encode'],
      [0, 110, 'smart'],
      [60, 150, 'smart'],
      [0, 150, 'copy'],
      [70, 71, 'encode'],
      [149, 150, 'encode'],
      [49, 101, 'smart'],
      [48, 103, 'smart'],
      [47, 104, 'smart'],
    ],
  },
  {
    name: '29.97 frames a second',
    file: 'ntsc.mp4',
    clip: { rate: '30000/1001', video: h264({ rate: '30000/1001' }) },
    ranges: [
      [37, 151, 'smart'],
      [60, 120, 'copy'],
    ],
  },
  {
    name: '50 frames a second, three B-frames, Matroska without sound',
    file: 'p50.mkv',
    clip: { rate: '50', seconds: 5, video: h264({ rate: '50', bFrames: 3 }), audio: false },
    ranges: [
      [37, 233, 'smart'],
      [1, 2, 'encode'],
    ],
  },
  {
    name: 'open groups',
    file: 'open.mp4',
    clip: { video: [...openGroups, '-x264-params', 'keyint=50:min-keyint=50:open-gop=1:scenecut=0'] },
    ranges: [
      [37, 120, 'encode'],
      [0, 77, 'encode'],
    ],
  },
  {
    name: 'a transport stream with B-frames',
    file: 'b.ts',
    clip: {},
    ranges: [
      [37, 120, 'smart'],
      [50, 100, 'copy'],
      [0, 150, 'copy'],
      [148, 150, 'encode'],
    ],
  },
  {
    name: 'a variable rate',
    file: 'vfr.mp4',
    clip: { filter: "select='not(eq(mod(n\\,7)\\,3))'", output: ['-vsync', 'vfr'] },
    ranges: [[20, 90, 'encode']],
  },
  {
    name: 'MPEG-2 with MP2 sound',
    file: 'm.mpg',
    clip: { video: ['-c:v', 'mpeg2video', '-g', '12', '-bf', '2', '-b:v', '3M'], audio: ['-c:a', 'mp2'] },
    ranges: [
      [37, 120, 'encode'],
      [0, 150, 'encode'],
    ],
  },
  {
    name: 'interlaced, as AVCHD has it',
    file: 'i.mts',
    clip: {
      video: [...h264(), '-flags', '+ilme+ildct', '-top', '1'],
      audio: ['-c:a', 'ac3'],
      filter: 'setfield=tff',
    },
    ranges: [[37, 120, 'encode']],
  },
  {
    name: 'Motion JPEG in AVI',
    file: 'j.avi',
    clip: { video: ['-c:v', 'mjpeg', '-q:v', '3', '-pix_fmt', 'yuvj420p'], audio: ['-c:a', 'pcm_s16le'] },
    ranges: [[37, 120, 'encode']],
  },
  {
    name: 'HEVC',
    file: 'h.mp4',
    clip: { seconds: 4, video: ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=0'] },
    ranges: [[37, 80, 'encode']],
  },
];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

for (const ffmpeg of ffmpegs) {
  if (!ffmpeg.present) console.warn(`NOT RUN: cutting with ${ffmpeg.name}, which is not on this machine`);
  describe.skipIf(!ffmpeg.present)(`cutting with ${ffmpeg.name}`, () => {
    for (const { name, file, clip, ranges } of cases) {
      describe(name, () => {
        let path: string;
        beforeAll(async () => {
          path = await makeClip(join(folder.path, file), clip);
        });
        it.each(ranges)('frames %i up to %i by %s', async (inFrame, outFrame, mode) => {
          const out = await cutOut(path, ffmpeg.path, inFrame, outFrame);
          const wanted = file === 'vfr.mp4' ? thinned(inFrame, outFrame) : counted(inFrame, outFrame);
          expect(out.numbers).toEqual(wanted);
          expect(out.report.mode).toBe(mode);
          expect(out.report.actual).toMatchObject({ inFrame, outFrame });
          expect(Math.abs(out.report.actual.outMs - out.report.requested.outMs)).toBeLessThanOrEqual(2);
          if (out.soundOffMs !== null) expect(Math.abs(out.soundOffMs)).toBeLessThanOrEqual(20);
        });
      });
    }
  });
}

/** Which numbers are left in the clip of which every seventh frame was taken out. */
function thinned(inFrame: number, outFrame: number): number[] {
  return counted(0, 200)
    .filter((number) => number % 7 !== 3)
    .slice(inFrame, outFrame);
}
