import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAppError } from '../../../shared/contract/errors.ts';
import { decodeFrameIndex, encodeFrameIndex } from '../../../electron/media/frames/frame-index.ts';
import { probeMedia } from '../../../electron/media/probe.ts';
import { cameraFiles, h264, makeClip, temporaryFolder } from '../../fixtures/clips.ts';
import { prober } from '../../fixtures/cutting.ts';
import { ffmpeg, recordedAt } from '../../fixtures/recorded.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let clip: string;
const at = (name: string): string => join(folder.path, name);
const probe = (path: string) => probeMedia(prober, `file:${path}`);

beforeAll(async () => {
  folder = await temporaryFolder();
  clip = await makeClip(at('les.mp4'), {
    seconds: 3,
    output: ['-metadata', 'creation_time=2025-03-04T09:10:11Z'],
  });
});
afterAll(() => folder.remove());

describe('what a probe says of a file', () => {
  it('tells how picture and sound run, and when it was filmed', async () => {
    const info = await probe(clip);
    expect(info).toMatchObject({
      container: 'mov,mp4,m4a,3gp,3g2,mj2',
      durationMs: 3000,
      recordedAt: Date.UTC(2025, 2, 4, 9, 10, 11),
      video: { codec: 'h264', width: 320, height: 180, frameRateNum: 25, frameRateDen: 1, interlaced: false },
      audio: { codec: 'aac', sampleRate: 48000, channels: 1 },
    });
  });

  it('sees that a picture is interlaced', async () => {
    const path = await makeClip(at('i.mts'), {
      seconds: 2,
      video: [...h264(), '-flags', '+ilme+ildct', '-top', '1'],
      audio: ['-c:a', 'ac3'],
      filter: 'setfield=tff',
    });
    expect((await probe(path)).video.interlaced).toBe(true);
  });

  it('counts every frame, knows where decoding can start, and packs it small', async () => {
    const { index } = await recordedAt(clip);
    expect(index.times).toHaveLength(75);
    expect(index.constant).toEqual({ num: 25, den: 1 });
    expect([...index.cleanKeyframes]).toEqual([0, 50]);
    expect(decodeFrameIndex(encodeFrameIndex(index))).toEqual(index);
  });

  it('sees that a rate varies, and keeps the time of each frame', async () => {
    const path = await makeClip(at('vfr.mp4'), {
      filter: "select='not(eq(mod(n\\,7)\\,3))'",
      output: ['-vsync', 'vfr'],
    });
    const { index } = await recordedAt(path);
    expect(index.constant).toBeNull();
    expect(Math.round((index.times[3] ?? 0) * index.tickMs)).toBe(160);
  });

  it('counts only frames that are shown where an edit list hides some', async () => {
    const path = at('edited.mp4');
    await ffmpeg('-ss', '1.2', '-i', clip, '-c', 'copy', path);
    const { index } = await recordedAt(path);
    expect(index.times.length).toBeLessThanOrEqual(45);
    expect(index.times[0]).toBe(0);
  });
});

describe('what cannot be brought in', () => {
  it('is refused with its own reason', async () => {
    const whole = await readFile(clip);
    const write = async (name: string, bytes: Buffer | string): Promise<string> => {
      await writeFile(at(name), bytes);
      return at(name);
    };
    const silent = at('sound.m4a');
    await ffmpeg('-i', clip, '-vn', '-c', 'copy', silent);
    const still = at('still.png');
    await ffmpeg('-i', clip, '-frames:v', '1', still);
    const refused = {
      'half.mp4': [await write('half.mp4', whole.subarray(0, 60_000)), 'file-truncated'],
      'text.mp4': [await write('text.mp4', 'Beste ouders, '.repeat(300)), 'file-not-video'],
      'text.avi': [await write('text.avi', 'Beste ouders, '.repeat(300)), 'file-not-video'],
      'text.mts': [await write('text.mts', 'Beste ouders, '.repeat(300)), 'file-not-video'],
      'still.mp4': [await write('still.mp4', await readFile(still)), 'file-not-video'],
      'sound.m4a': [silent, 'file-audio-only'],
      'list.mp4': [
        await write('list.mp4', "ffconcat version 1.0\nfile 'les.mp4'\n"),
        'file-refers-elsewhere',
      ],
      'hls.mp4': [
        await write('hls.mp4', '#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:3,\nles.mp4\n#EXT-X-ENDLIST\n'),
        'file-refers-elsewhere',
      ],
    } as const;
    for (const [name, [path, code]] of Object.entries(refused)) {
      const error: unknown = await probe(path).catch((reason: unknown) => reason);
      expect([name, isAppError(error) ? error.code : error]).toEqual([name, code]);
    }
  });

  it('is refused when DASH text under a film’s name points at another film', async () => {
    await writeFile(
      at('dash.mp4'),
      '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT3S">' +
        '<Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>les.mp4</BaseURL>' +
        '</Representation></AdaptationSet></Period></MPD>',
    );
    await expect(probe(at('dash.mp4'))).rejects.toMatchObject({
      code: expect.stringMatching(/^file-(refers-elsewhere|not-video)$/),
    });
  });

  it('is refused when its picture is larger than anything films', async () => {
    const path = at('wide.avi');
    await ffmpeg('-f', 'lavfi', '-i', 'color=s=9000x64:d=0.1:r=10', '-c:v', 'mjpeg', path);
    await expect(probe(path)).rejects.toMatchObject({ code: 'file-too-large-picture' });
  });

  it('never hangs or crashes on flipped bytes', async () => {
    const small = await makeClip(at('small.mp4'), { seconds: 1, size: '256x64' });
    const bytes = await readFile(small);
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const endings = new Map<string, number>();
    for (let round = 0; round < 60; round += 1) {
      const flipped = Buffer.from(bytes);
      // Half of them in the index at the end of the file, where a flipped byte hurts most.
      const from = round % 2 === 0 ? flipped.length - 4000 : 0;
      for (let flip = 0; flip < 12; flip += 1) flipped[from + random(flipped.length - from)] = random(256);
      await writeFile(at('flipped.mp4'), flipped);
      const ending = await recordedAt(at('flipped.mp4')).then(
        () => 'read',
        (error: unknown) => (isAppError(error) ? error.code : String(error)),
      );
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
    }
    console.log('flipped bytes:', Object.fromEntries(endings));
    for (const ending of endings.keys()) expect(ending).toMatch(/^(read|file-[a-z-]+)$/);
  });
});

if (!cameraFiles) console.warn('NOT RUN: probing real camera files, which are not beside this project');
describe.skipIf(!cameraFiles)('what real cameras wrote', () => {
  it.each([
    ['RIFF-truncated.avi', 'file-no-frames'],
    ['sample_ac3.ts', 'file-audio-only'],
    ['sample_eac3.ts', 'file-audio-only'],
  ])('%s is refused: %s', async (name, code) => {
    await expect(recordedAt(join(cameraFiles ?? '', name))).rejects.toMatchObject({ code });
  });

  it.each([
    ['sample_edit_list.mp4', 'hevc', 90, 'cfr'],
    ['internal_emulator_transformer_output_180_rotated.mp4', 'h264', 180, 'cfr'],
    ['pixel7_videoOnly_cleaned.mp4', 'h264', 180, 'vfr'],
    ['portrait_4k60.mp4', 'h264', 90, 'vfr'],
    ['h265_with_metadata_track.mp4', 'hevc', 90, 'cfr'],
    ['sowt-with-video.mov', 'h264', 0, 'cfr'],
    ['bbb_2500ms.ts', 'mpeg2video', 0, 'vfr'],
    ['sample.avi', 'mpeg4', 0, 'vfr'],
    ['sample_with_htc_rotation_track_name.mkv', 'h264', 0, 'vfr'],
    ['bbb_960x540_60fps_vp8.webm', 'vp9', 0, 'cfr'],
    ['hdr10-video-with-sdr-container.mp4', 'hevc', 0, 'vfr'],
    ['sample_without_stss.mp4', 'h264', 0, 'cfr'],
    ['sample_fragmented.mp4', 'h264', 0, 'cfr'],
    ['sample_h262_mpeg_audio.ps', 'mpeg2video', 0, 'cfr'],
    ['bbb_176x144_128kbps_15fps_h263.3gp', 'h263', 0, 'cfr'],
    ['karma.mp4', 'h264', 0, 'cfr'],
  ])('%s is %s, turned %i, %s', async (name, codec, rotation, rate) => {
    const copy = at(basename(name));
    await copyFile(join(cameraFiles ?? '', name), copy);
    const { info, index } = await recordedAt(copy);
    console.log(`${name}: ${index.times.length} frames, ${Math.round(index.end * index.tickMs)} ms`);
    expect([info.video.codec, info.video.rotation, index.constant ? 'cfr' : 'vfr']).toEqual([
      codec,
      rotation,
      rate,
    ]);
  });
});
