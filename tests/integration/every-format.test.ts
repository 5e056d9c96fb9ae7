import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../electron/media/ffmpeg/words.ts';
import { frameNumbers, makeClip, temporaryFolder } from '../fixtures/clips.ts';
import { startServices, type TestApp } from '../fixtures/services.ts';

const h264 = '-c:v libx264 -preset ultrafast -bf 2 -g 50 -pix_fmt yuv420p';
const mpeg2 = '-c:v mpeg2video -q:v 3 -bf 2';
const interlaced = '-flags +ildct+ilme -x264-params tff=1';

// What teachers' cameras write, by the names of the files on the card.
describe('every format a camera may hold comes in and is cut on the frame', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let app: TestApp;
  beforeAll(async () => {
    folder = await temporaryFolder();
    app = await startServices(folder.path);
  });
  afterAll(async () => {
    await app.close();
    await folder.remove();
  });

  it.each([
    ['00001.MTS', 'proxy', `${h264} ${interlaced}`, '-c:a ac3', '-f mpegts'],
    ['00002.m2ts', 'proxy', h264, '-c:a ac3', '-f mpegts -mpegts_m2ts_mode 1'],
    ['M2U00001.MPG', 'proxy', mpeg2, '-c:a mp2', '-f vob'],
    ['MOV001.MOD', 'proxy', `${mpeg2} -flags +ildct+ilme`, '-c:a ac3', '-f vob'],
    ['MOV002.TOD', 'proxy', mpeg2, '-c:a ac3', '-f mpegts'],
    ['VTS_01_1.VOB', 'proxy', mpeg2, '-c:a ac3', '-f vob'],
    ['tape.avi', 'proxy', '-c:v dvvideo -pix_fmt yuv420p', '-c:a pcm_s16le', ''],
    ['photo.AVI', 'proxy', '-c:v mjpeg -q:v 3 -pix_fmt yuvj420p', '-c:a pcm_s16le', ''],
    ['old.avi', 'proxy', '-c:v libxvid -q:v 3', '-c:a libmp3lame', ''],
    ['divx.avi', 'proxy', '-c:v mpeg4 -vtag DX50 -q:v 3', '-c:a libmp3lame', ''],
    ['IMG_0001.MOV', 'direct', h264, '-c:a aac', ''],
    [
      'IMG_0002.MOV',
      'proxy',
      '-c:v libx265 -preset ultrafast -x265-params log-level=none -tag:v hvc1',
      '-c:a aac',
      '',
    ],
    ['VID_0001.mp4', 'direct', h264, '-c:a aac', ''],
    ['DJI_0001.MP4', 'direct', h264, '', ''],
    ['screen.mkv', 'direct', h264, '-c:a libopus', ''],
    ['browser.webm', 'direct', '-c:v libvpx -deadline realtime -cpu-used 8 -b:v 2M', '-c:a libopus', ''],
    ['VIDEO0001.3gp', 'proxy', '-c:v mpeg4 -q:v 3', '-c:a aac', ''],
  ])('%s (%s)', async (name, plays, video, audio, output) => {
    const clip = await makeClip(join(folder.path, name), {
      seconds: 3,
      size: name === 'tape.avi' ? '720x576' : '320x240',
      video: words(video),
      audio: audio === '' ? false : words(audio),
      output: output === '' ? [] : words(output),
    });
    const [job] = await app.bringIn([clip]);
    expect(job?.error).toBeNull();
    const recordingId = job?.resultId ?? '';
    await app.settled();
    const recording = await app.call('recordings', 'get', { id: recordingId });
    expect(recording).toMatchObject({ playability: plays, hasFilmstrip: true, video: { frameCount: 75 } });

    const range = { inFrame: 13, outFrame: 58 };
    const { id } = await app.call('fragments', 'create', { recordingId, name: 'Wachten', ...range });
    await app.settled();
    expect(await app.call('fragments', 'get', { id })).toMatchObject({ file: 'ready' });
    const written = join(folder.path, 'library/media/fragments', id, '13-58.mp4');
    expect(await frameNumbers(written)).toEqual(Array.from({ length: 45 }, (_, place) => 13 + place));
  });
});
