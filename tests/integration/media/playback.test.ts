import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../../electron/media/ffmpeg/words.ts';
import { cameraFiles, makeClip, temporaryFolder } from '../../fixtures/clips.ts';
import { startPlayer, type Player } from '../../fixtures/player.ts';
import { ffmpeg } from '../../fixtures/recorded.ts';
import { startServices, type TestApp } from '../../fixtures/services.ts';
import { findChromium } from '../../stand-in/find-chromium.ts';

const rate = 25;
const asked = [0, 1, 24, 49, 50, 51, 74, 12];

// Skipped where there is no Chromium.
describe.skipIf(!findChromium())('Chromium shows at every moment the frame that the app counts', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let app: TestApp;
  let player: Player | undefined;
  beforeAll(async () => {
    folder = await temporaryFolder();
    app = await startServices(folder.path);
    player = await startPlayer(app.services.media);
  });
  afterAll(async () => {
    await player?.close();
    await app.close();
    await folder.remove();
  });

  /** Brings a clip in, waits for its proxy if it gets one, and plays it. */
  const shownFrames = async (clip: string): Promise<{ how: string; seconds: number; shown: number[] }> => {
    const [job] = await app.bringIn([clip]);
    await app.settled();
    const id = job?.resultId ?? '';
    const { playability } = await app.call('recordings', 'get', { id });
    const seconds = (await player?.open(`recording/${id}`)) ?? 0;
    const shown: number[] = [];
    for (const frame of asked) shown.push((await player?.frameAt((frame + 0.5) / rate)) ?? -1);
    return { how: playability, seconds, shown };
  };

  const h264 = 'libx264 -preset ultrafast -bf 2 -g 50 -pix_fmt yuv420p';
  it.each([
    ['direct', 'phone.mp4', h264, 'aac'],
    ['direct', 'screen.mkv', h264, 'libopus'],
    ['direct', 'browser.webm', 'libvpx -deadline realtime -cpu-used 8', 'libopus'],
    ['proxy', 'cinema.mov', h264, 'pcm_s16le'],
    ['proxy', 'camera.mts', `${h264} -flags +ildct+ilme -x264-params tff=1`, 'ac3'],
    ['proxy', 'stream.ts', h264, 'ac3'],
    ['proxy', 'harddisk.mpg', 'mpeg2video -q:v 4 -bf 2', 'mp2'],
    ['proxy', 'photo.avi', 'mjpeg -q:v 4 -pix_fmt yuvj420p', 'pcm_s16le'],
  ])('%s: %s', async (how, name, video, audio) => {
    const clip = await makeClip(join(folder.path, name), {
      seconds: 3,
      rate: String(rate),
      video: words(`-c:v ${video}`),
      audio: words(`-c:a ${audio}`),
    });
    const { seconds, ...played } = await shownFrames(clip);
    expect(played).toEqual({ how, shown: asked });
    expect(Math.abs(seconds - 3)).toBeLessThan(0.15);
  });

  it('also where the sound began before the picture', async () => {
    const clip = await makeClip(join(folder.path, 'together.mp4'), { seconds: 3, rate: String(rate) });
    const late = join(folder.path, 'late-picture.mp4');
    await ffmpeg('-itsoffset', '0.5', '-i', clip, '-i', clip, ...words('-map 0:v -map 1:a -c copy'), late);
    expect((await shownFrames(late)).shown).toEqual(asked);
  });

  it('also where the frame rate varies', async () => {
    const even = await makeClip(join(folder.path, 'even.mp4'), { seconds: 4, rate: '30' });
    const uneven = join(folder.path, 'uneven.mp4');
    const drop = "select='lt(t,1)+not(mod(n,3))'";
    const encode = words('-vsync passthrough -c:v libx264 -preset ultrafast -bf 2 -g 20 -c:a copy');
    await ffmpeg('-i', even, '-vf', drop, ...encode, uneven);
    const [job] = await app.bringIn([uneven]);
    const id = job?.resultId ?? '';
    await player?.open(`recording/${id}`);
    const { frameTimesMs } = await app.call('recordings', 'timeline', { id });
    const times = frameTimesMs ?? [];
    // The first second whole, then every third frame.
    for (const [frame, number] of [
      [0, 0],
      [29, 29],
      [30, 30],
      [31, 33],
      [45, 75],
      [56, 108],
    ] as const) {
      const middle = ((times[frame] ?? 0) + (times[frame + 1] ?? 0)) / 2000;
      expect([frame, await player?.frameAt(middle)]).toEqual([frame, number]);
    }
  });

  it.skipIf(!cameraFiles)(
    'and opens every real camera file beside the project that was not refused',
    { timeout: 180_000 },
    async () => {
      const names = readdirSync(cameraFiles ?? '').filter(
        (name) => !/README|MANIFEST|truncated|ac3/.test(name),
      );
      const jobs = await app.bringIn(names.map((name) => join(cameraFiles ?? '', name)));
      await app.settled();
      expect(jobs.map(({ label, state }) => [label, state])).toEqual(
        jobs.map(({ label }) => [label, 'done']),
      );
      for (const { label, resultId } of jobs) {
        const { durationMs, playability } = await app.call('recordings', 'get', { id: resultId ?? '' });
        const seconds = await player?.open(`recording/${resultId}`).catch((error: unknown) => String(error));
        expect([label, playability, typeof seconds]).toEqual([
          label,
          expect.stringMatching(/direct|proxy/),
          'number',
        ]);
        // Sound and sensors of a short clip may go on after its picture.
        expect(Math.abs(Number(seconds) * 1000 - durationMs), label).toBeLessThan(1000);
      }
    },
  );
});
