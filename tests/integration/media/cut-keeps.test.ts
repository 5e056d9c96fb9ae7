import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cameraFiles, ffmpegs, h264, makeClip, temporaryFolder } from '../../fixtures/clips.ts';
import { counted, cutFile, cutOut, prober } from '../../fixtures/cutting.ts';
import { ffmpeg as makeFile, recordedAt } from '../../fixtures/recorded.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());
const at = (name: string): string => join(folder.path, name);

/** Every name and value that ffprobe finds in a file's tags, and the kinds of its tracks. */
async function told(path: string): Promise<string> {
  const lines: string[] = [];
  const options = ['-show_entries', 'format_tags:stream=codec_type:stream_tags', '-of', 'flat'];
  await prober.lines(`file:${path}`, options, (line) => lines.push(line));
  return lines.join('\n');
}

for (const ffmpeg of ffmpegs) {
  if (!ffmpeg.present) console.warn(`NOT RUN: what a cut keeps with ${ffmpeg.name}: not on this machine`);
  describe.skipIf(!ffmpeg.present)(`what a fragment keeps, cut with ${ffmpeg.name}`, () => {
    it('is turned as its recording was, copied or encoded', async () => {
      const clip = at('turned.mp4');
      const upright = await makeClip(at('upright.mp4'));
      // The mark is only written when nothing is encoded.
      await makeFile('-i', upright, '-c', 'copy', '-metadata:s:v:0', 'rotate=270', clip);
      const source = await recordedAt(clip);
      expect(source.info.video.rotation).toBe(90);
      const smart = await cutOut(clip, ffmpeg.path, 37, 120);
      expect(smart.report.mode).toBe('smart');
      expect(smart.numbers).toEqual(counted(37, 120));
      expect(smart.info.video).toMatchObject({ rotation: 90, width: 320, height: 180 });
      const encoded = await cutOut(clip, ffmpeg.path, 60, 70);
      expect(encoded.report.mode).toBe('encode');
      // Turned for good: the picture itself stands upright now.
      expect(encoded.info.video).toMatchObject({ rotation: 0, width: 180, height: 320 });
    });

    it('keeps the shape of its pixels', async () => {
      const clip = await makeClip(at('wide.mp4'), { filter: 'setsar=4/3' });
      for (const [inFrame, outFrame] of [
        [37, 120],
        [60, 70],
      ] as const) {
        const { info, numbers } = await cutOut(clip, ffmpeg.path, inFrame, outFrame);
        expect(numbers).toEqual(counted(inFrame, outFrame));
        expect(info.video).toMatchObject({ sarNum: 4, sarDen: 3 });
      }
    });

    it('keeps the full range of a phone', async () => {
      const video = h264().map((option) => (option === 'yuv420p' ? 'yuvj420p' : option));
      const clip = await makeClip(at('full.mp4'), { video });
      expect((await recordedAt(clip)).info.video.colorRange).toBe('pc');
      for (const [inFrame, outFrame] of [
        [37, 120],
        [60, 70],
      ] as const) {
        const { info } = await cutOut(clip, ffmpeg.path, inFrame, outFrame);
        expect(info.video.colorRange).toBe('pc');
      }
    });

    it('leaves behind where, when and with what it was filmed', async () => {
      const clip = await makeClip(at('told.mp4'), {
        output: [
          '-metadata',
          'location=+52.0705+004.3007/',
          '-metadata',
          'title=Groep 5',
          '-metadata',
          'creation_time=2025-03-04T09:10:11Z',
          '-metadata',
          'artist=Juf Anna',
          '-metadata:s:v:0',
          'handler_name=Phone of Anna',
          '-timecode',
          '01:00:00:00',
        ],
      });
      expect(await told(clip)).toMatch(/52\.0705/);
      for (const [inFrame, outFrame] of [
        [37, 120],
        [50, 100],
        [60, 70],
      ] as const) {
        const { path } = await cutOut(clip, ffmpeg.path, inFrame, outFrame);
        const all = await told(path);
        expect(all).not.toMatch(/52\.0705|Groep 5|2025|Anna|codec_type="data"/);
      }
    });

    it('keeps sound that begins later than the picture where it was', async () => {
      const plain = await makeClip(at('plain.mp4'));
      const late = at('late.mp4');
      await makeFile(
        '-i',
        plain,
        '-itsoffset',
        '1.5',
        '-i',
        plain,
        '-map',
        '0:v',
        '-map',
        '1:a',
        '-c',
        'copy',
        late,
      );
      const across = await cutOut(late, ffmpeg.path, 20, 130);
      expect(across.numbers).toEqual(counted(20, 130));
      expect(across.report.mode).toBe('smart');
      expect(Math.abs(across.soundOffMs ?? Number.NaN)).toBeLessThanOrEqual(20);
      const before = await cutOut(late, ffmpeg.path, 0, 25);
      expect(before.info.audio).not.toBeNull();
    });

    it('counts from the first frame shown where an edit list hides the ones before', async () => {
      const plain = await makeClip(at('whole.mp4'));
      const edited = at('edited.mp4');
      // A copy from the middle of a group: the frames before are kept in the file and hidden by an edit list.
      await makeFile('-ss', '2.8', '-i', plain, '-c', 'copy', '-avoid_negative_ts', 'disabled', edited);
      const { index } = await recordedAt(edited);
      const { numbers, report } = await cutOut(edited, ffmpeg.path, 10, 60);
      const first = 150 - index.times.length;
      expect(numbers).toEqual(counted(first + 10, first + 60));
      expect(report.actual).toMatchObject({ inFrame: 10, outFrame: 60 });
    });
  });
}

if (!cameraFiles) console.warn('NOT RUN: cutting real camera files, which are not beside this project');
describe.skipIf(!cameraFiles)('cutting what real cameras wrote', () => {
  it.each([
    ['sample_edit_list.mp4', 3, 20],
    ['internal_emulator_transformer_output_180_rotated.mp4', 11, 140],
    ['pixel7_videoOnly_cleaned.mp4', 2, 30],
    ['portrait_4k60.mp4', 1, 5],
    ['h265_with_metadata_track.mp4', 0, 2],
    ['sowt-with-video.mov', 7, 33],
    ['bbb_2500ms.ts', 5, 55],
    ['sample.avi', 10, 80],
    ['sample_with_htc_rotation_track_name.mkv', 4, 28],
    ['bbb_960x540_60fps_vp8.webm', 5, 55],
    ['hdr10-video-with-sdr-container.mp4', 3, 10],
    ['sample_without_stss.mp4', 4, 28],
    ['sample_fragmented.mp4', 4, 28],
    ['sample_h262_mpeg_audio.ps', 0, 3],
    ['bbb_176x144_128kbps_15fps_h263.3gp', 3, 14],
    ['karma.mp4', 17, 333],
  ])('%s, frames %i up to %i', async (name, inFrame, outFrame) => {
    const clip = at(name);
    await copyFile(join(cameraFiles ?? '', name), clip);
    for (const ffmpeg of ffmpegs.filter(({ present }) => present)) {
      const { report, info } = await cutFile(clip, ffmpeg.path, inFrame, outFrame);
      expect(report.actual).toMatchObject({ inFrame, outFrame });
      expect(info.video.codec).toBe('h264');
      console.log(`${name}: ${report.mode}${report.fallbackReason ? ` (${report.fallbackReason})` : ''}`);
    }
  });
});
