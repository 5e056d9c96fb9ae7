import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBinary } from '../../../electron/media/ffmpeg/binaries.ts';
import { createProber } from '../../../electron/media/ffmpeg/ffprobe.ts';
import { createFluentRunner } from '../../../electron/media/ffmpeg/fluent-adapter.ts';
import { words } from '../../../electron/media/ffmpeg/words.ts';
import type { FrameIndex } from '../../../electron/media/frames/frame-index.ts';
import { makeProxy } from '../../../electron/media/proxy/make-proxy.ts';
import { needsProxy } from '../../../electron/media/proxy/needs-proxy.ts';
import {
  beeps,
  cameraFiles,
  ffmpegs,
  frameNumbers,
  makeClip,
  temporaryFolder,
} from '../../fixtures/clips.ts';
import { ffmpeg, recordedAt } from '../../fixtures/recorded.ts';

const prober = createProber(findBinary('ffprobe', undefined, {}).path);
const aac = words('-c:a aac -b:a 96k');
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

describe.each(ffmpegs.filter(({ present }) => present))('a proxy made by $name', ({ path: program }) => {
  const runner = createFluentRunner(program);
  const proxyOf = async (clip: string) => {
    const { url, ...media } = await recordedAt(clip);
    const need = needsProxy(media.info, media.index);
    const target = join(folder.path, 'proxy.mp4');
    const way = await makeProxy({ runner, prober, url, media, way: need?.way ?? 'encode', target });
    const proxy = await recordedAt(target);
    return { need, way, media, proxy, target };
  };

  it.each([
    ['MPEG-2 of a hard-disk camcorder', 'camera.mpg', 'mpeg2video -q:v 4 -bf 2', '-c:a mp2', 'video-codec'],
    ['MPEG-4 ASP in AVI', 'camera.avi', 'mpeg4 -q:v 4', '-c:a libmp3lame', 'video-codec'],
    [
      'Motion JPEG of a photo camera',
      'photo.avi',
      'mjpeg -q:v 4 -pix_fmt yuvj420p',
      '-c:a pcm_s16le',
      'video-codec',
    ],
    ['4:2:2 H.264', 'studio.mov', 'libx264 -preset ultrafast -pix_fmt yuv422p', '-c:a aac', 'pixel-format'],
    [
      'interlaced AVCHD',
      'avchd.mts',
      'libx264 -preset ultrafast -bf 2 -flags +ildct+ilme -x264-params tff=1 -pix_fmt yuv420p',
      '-c:a ac3',
      'interlaced',
    ],
    [
      'H.264 with AC-3 sound',
      'cinema.mkv',
      'libx264 -preset ultrafast -bf 2 -pix_fmt yuv420p',
      '-c:a ac3',
      'audio-codec',
    ],
    [
      'H.264 in a transport stream',
      'stream.ts',
      'libx264 -preset ultrafast -bf 2 -pix_fmt yuv420p',
      '-c:a aac',
      'container',
    ],
    [
      'H.264 with PCM sound',
      'phone.mov',
      'libx264 -preset ultrafast -bf 2 -pix_fmt yuv420p',
      '-c:a pcm_s16le',
      'audio-codec',
    ],
  ])(
    'of %s keeps every frame at its time, and the sound in step',
    async (_name, file, video, audio, reason) => {
      const clip = await makeClip(join(folder.path, file), {
        seconds: 3,
        rate: '25',
        video: words(`-c:v ${video}`),
        audio: words(audio),
      });
      const { need, media, proxy, target } = await proxyOf(clip);
      expect(need?.reason).toBe(reason);
      expect(proxy.info.video).toMatchObject({ codec: 'h264', pixelFormat: 'yuv420p', interlaced: false });
      expect(proxy.info.audio?.codec).toBe('aac');
      expect(await frameNumbers(target)).toEqual(await frameNumbers(clip));
      expect(timesOf(proxy.index)).toEqual(timesOf(media.index));
      expect(proxy.info.startMs + proxy.index.offsetMs).toBeCloseTo(0, 0);
      expect(needsProxy(proxy.info, proxy.index)).toBeNull();
      // The beep is at 0 of a source that begins with its picture and its sound together.
      const [first = 0, second = 0] = await beeps(target);
      expect(
        Math.abs(first - (media.info.audio?.startMs ?? 0) + media.info.startMs + media.index.offsetMs),
      ).toBeLessThan(60);
      expect(second - first).toBeGreaterThan(980);
      expect(second - first).toBeLessThan(1020);
    },
  );

  it('copies the picture where only container or sound is in the way', async () => {
    const video = words('-c:v libx264 -preset ultrafast -bf 2 -pix_fmt yuv420p');
    const clip = await makeClip(join(folder.path, 'copy.ts'), {
      seconds: 3,
      video,
      audio: words('-c:a ac3'),
    });
    const { need, way, proxy, target } = await proxyOf(clip);
    expect({ need: need?.way, way }).toEqual({ need: 'copy', way: 'copy' });
    expect(await frameNumbers(target)).toEqual(await frameNumbers(clip));
    expect(proxy.index.times.length).toBe(75);
  });

  it('sets a keyframe at least every half second', async () => {
    const clip = await makeClip(join(folder.path, 'rare.mpg'), {
      seconds: 4,
      video: words('-c:v mpeg2video -g 100 -q:v 4'),
      audio: false,
    });
    const { proxy } = await proxyOf(clip);
    const gaps = Array.from(
      proxy.index.keyframes,
      (frame, place) => frame - (proxy.index.keyframes[place - 1] ?? 0),
    );
    expect(Math.max(...gaps)).toBeLessThanOrEqual(12);
  });

  it('keeps the moments of a variable frame rate', async () => {
    const even = await makeClip(join(folder.path, 'even.mp4'), { seconds: 3, rate: '30' });
    const uneven = join(folder.path, 'uneven.mkv');
    const drop = "select='lt(t,1)+not(mod(n,3))',setpts=PTS+0.004*mod(N\\,5)/TB";
    await ffmpeg('-i', even, '-vf', drop, ...words('-vsync passthrough -c:v mpeg4 -q:v 3 -c:a copy'), uneven);
    const { media, proxy, target } = await proxyOf(uneven);
    expect(media.index.constant).toBeNull();
    expect(await frameNumbers(target)).toEqual(await frameNumbers(uneven));
    const away = timesOf(proxy.index).map((time, frame) =>
      Math.abs(time - (timesOf(media.index)[frame] ?? 0)),
    );
    expect(Math.max(...away)).toBeLessThanOrEqual(1);
  });

  it('is upright with square pixels, and no larger than 1080p', async () => {
    const clip = await makeClip(join(folder.path, 'wide.mpg'), {
      seconds: 1,
      size: '720x576',
      filter: 'setsar=64/45',
      video: words('-c:v mpeg2video -q:v 5'),
      audio: false,
    });
    const wide = await proxyOf(clip);
    expect(wide.proxy.info.video).toMatchObject({ width: 1024, height: 576, sarNum: 1, sarDen: 1 });
    const large = await makeClip(join(folder.path, 'large.mp4'), {
      seconds: 1,
      rate: '5',
      size: '2160x3840',
      video: words('-c:v mpeg4 -q:v 10'),
      audio: aac,
    });
    expect((await proxyOf(large)).proxy.info.video).toMatchObject({ width: 1080, height: 1920, rotation: 0 });
    const flat = await makeClip(join(folder.path, 'flat.mp4'), {
      seconds: 1,
      size: '1024x576',
      video: words('-c:v mpeg4 -q:v 5'),
      audio: false,
    });
    const turned = join(folder.path, 'turned.mp4');
    await ffmpeg('-i', flat, ...words('-c copy -metadata:s:v:0 rotate=90'), turned);
    const upright = await proxyOf(turned);
    expect(upright.media.info.video.rotation % 180).toBe(90);
    expect(upright.proxy.info.video).toMatchObject({ width: 576, height: 1024, rotation: 0 });
  });

  it('keeps the turn of a picture that it copies', async () => {
    const clip = await makeClip(join(folder.path, 'flat.mov'), {
      seconds: 1,
      audio: words('-c:a pcm_s16le'),
    });
    const turned = join(folder.path, 'turned.mov');
    await ffmpeg('-i', clip, ...words('-c copy -metadata:s:v:0 rotate=90'), turned);
    const { way, media, proxy } = await proxyOf(turned);
    expect(way).toBe('copy');
    expect(media.info.video.rotation % 180).toBe(90);
    expect(proxy.info.video.rotation).toBe(media.info.video.rotation);
  });

  it.each([
    ['late-picture.mp4', '-c copy', 500],
    ['late-picture.ts', '-c copy', 500],
    ['late-picture.mts', '-c:v copy -c:a ac3', 500],
    ['late-picture.mpg', '-vsync passthrough -c:v mpeg2video -q:v 3 -bf 2 -c:a mp2', 500],
  ])('begins where the picture begins when the sound began before it: %s', async (name, codecs, beepMs) => {
    const clip = await makeClip(join(folder.path, 'together.mp4'), { seconds: 3 });
    const late = join(folder.path, name);
    await ffmpeg('-itsoffset', '0.5', '-i', clip, '-i', clip, ...words(`-map 0:v -map 1:a ${codecs}`), late);
    const { proxy, target } = await proxyOf(late);
    expect(proxy.info.startMs + proxy.index.offsetMs).toBeCloseTo(0, 0);
    expect(await frameNumbers(target)).toEqual(Array.from({ length: 75 }, (_, frame) => frame));
    const [first = 0] = await beeps(target);
    expect(Math.abs(first - beepMs)).toBeLessThan(25);
  });

  it.each(['late-sound.mp4', 'late-sound.ts'])('is silent until the sound begins: %s', async (name) => {
    const clip = await makeClip(join(folder.path, 'together.mp4'), { seconds: 3, audio: words('-c:a ac3') });
    const late = join(folder.path, name);
    await ffmpeg('-i', clip, '-itsoffset', '0.4', '-i', clip, ...words('-map 0:v -map 1:a -c copy'), late);
    const { target } = await proxyOf(late);
    const [first = 0] = await beeps(target);
    expect(Math.abs(first - 400)).toBeLessThan(25);
  });
});

describe.skipIf(!cameraFiles)(
  'real camera files beside the project (skipped where they are not there)',
  () => {
    const runner = createFluentRunner(findBinary('ffmpeg').path);
    const refused = new Map([
      ['RIFF-truncated.avi', 'file-no-frames'],
      ['sample_ac3.ts', 'file-audio-only'],
      ['sample_eac3.ts', 'file-audio-only'],
    ]);
    const files = cameraFiles ? readdirSync(cameraFiles).filter((name) => !/README|MANIFEST/.test(name)) : [];

    it.each(files)('%s can be played, or is refused', { timeout: 30_000 }, async (name) => {
      const coming = recordedAt(join(cameraFiles ?? '', name));
      const code = refused.get(name);
      if (code) {
        await expect(coming).rejects.toMatchObject({ code });
        return;
      }
      const { url, ...media } = await coming;
      const need = needsProxy(media.info, media.index);
      if (!need) return;
      const target = join(folder.path, 'camera-proxy.mp4');
      await makeProxy({ runner, prober, url, media, way: need.way, target });
      const proxy = await recordedAt(target);
      expect(needsProxy(proxy.info, proxy.index)).toBeNull();
      expect(proxy.index.times.length).toBe(media.index.times.length);
    });
  },
);

/** Times of all frames in whole ms. */
function timesOf(index: FrameIndex): number[] {
  return Array.from(index.times, (tick) => Math.round(tick * index.tickMs));
}
