import { readFile, truncate, writeFile, stat } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBinary } from '../../../electron/media/ffmpeg/binaries.ts';
import { fileUrl } from '../../../electron/media/ffmpeg/args.ts';
import { createProber } from '../../../electron/media/ffmpeg/ffprobe.ts';
import { createFluentRunner } from '../../../electron/media/ffmpeg/fluent-adapter.ts';
import { words } from '../../../electron/media/ffmpeg/words.ts';
import { needsProxy } from '../../../electron/media/proxy/needs-proxy.ts';
import { joinSegments, type Joined } from '../../../electron/media/segments/join-segments.ts';
import { createFileStore } from '../../../electron/media/store/file-store.ts';
import { beeps, ffmpegs, frameNumbers, makeClip, temporaryFolder } from '../../fixtures/clips.ts';
import { ffmpeg } from '../../fixtures/recorded.ts';

const prober = createProber(findBinary('ffprobe', undefined, {}).path);
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

// As Chromium's recorder writes them: no B-frames, a key picture every second or two, nothing at the end that a crash could miss.
const h264 = words('-c:v libx264 -preset ultrafast -tune zerolatency -bf 0 -g 25 -pix_fmt yuv420p');
const live = {
  matroska: ['live.mkv', h264, words('-map 1:a -map 0:v -f matroska -live 1 -cluster_time_limit 1000')],
  mp4: ['live.mp4', h264, words('-strict -2 -f mp4 -movflags frag_keyframe+empty_moov+default_base_moof')],
  webm: [
    'live.webm',
    words('-c:v libvpx -deadline realtime -cpu-used 8 -b:v 1M -g 25'),
    words('-map 1:a -map 0:v -f webm -live 1 -cluster_time_limit 1000'),
  ],
} as const;
type Kind = keyof typeof live;

async function segment(
  name: string,
  kind: Kind,
  options: { seconds?: number; size?: string } = {},
): Promise<string> {
  const [file, video, output] = live[kind];
  const path = join(folder.path, `${name}-${file}`);
  return makeClip(path, { seconds: 3, ...options, video, audio: words('-c:a libopus -b:a 96k'), output });
}

async function joined(ffmpegPath: string, paths: readonly string[]): Promise<Joined & { path: string }> {
  const store = createFileStore(join(folder.path, 'media'));
  const work = await store.workFolder(randomUUID());
  const made = await joinSegments({
    runner: createFluentRunner(ffmpegPath),
    prober,
    urls: paths.map(fileUrl),
    folder: work.path,
    begin: (ending) => store.begin(`recordings/lesson/original${ending}`, randomUUID()),
  });
  await made.pending.commit();
  await work.dispose();
  return { ...made, path: join(folder.path, 'media', made.pending.key) };
}

const count = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

describe.each(ffmpegs.filter(({ present }) => present))('the segments of a lesson, by $name', ({ path }) => {
  it.each(['matroska', 'mp4', 'webm'] as const)('become one file that can be sought in: %s', async (kind) => {
    const made = await joined(path, [await segment('one', kind), await segment('two', kind)]);
    expect(await frameNumbers(made.path)).toEqual([...count(0, 75), ...count(0, 75)]);
    expect(made.segments.map(({ frames }) => frames)).toEqual([75, 75]);
    expect(made.segments[1]?.startMs).toBeGreaterThanOrEqual(2999);
    expect(made.segments[1]?.startMs).toBeLessThan(3060);
    expect(made.info.durationMs).toBeGreaterThan(5990);
    // It plays as it is: nobody has to wait.
    expect(needsProxy(made.info, made.index)).toBeNull();
    // A beep every second in each of them, in step with its picture; Opus takes a moment to begin anew.
    const second = made.segments[1]?.startMs ?? 0;
    const heard = await beeps(made.path);
    for (const [place, at] of [0, 1000, 2000, second, second + 1000, second + 2000].entries())
      expect([place, Math.abs((heard[place] ?? -1) - at) < 40]).toEqual([place, true]);
  });

  it.each(['matroska', 'mp4', 'webm'] as const)(
    'are saved as far as a crash let them come: %s',
    async (kind) => {
      const whole = await segment('one', kind);
      const cut = await segment('two', kind, { seconds: 6 });
      const { size } = await stat(cut);
      await truncate(cut, Math.round(size * 0.6));
      const made = await joined(path, [whole, cut]);
      const [first, second] = made.segments;
      expect(first?.frames).toBe(75);
      // 60 % of the bytes are about 60 % of the six seconds; a fragment of a second may be lost at the end.
      expect(second?.lengthMs).toBeGreaterThan(2500);
      expect(second?.lengthMs).toBeLessThan(4700);
      const frames = await frameNumbers(made.path);
      expect(frames.slice(75, 135)).toEqual(count(0, 60));
    },
  );

  it('go on over another camera with another size of picture', async () => {
    const made = await joined(path, [
      await segment('one', 'matroska'),
      await segment('two', 'matroska', { size: '640x360' }),
    ]);
    expect(made.segments.map(({ frames }) => frames)).toEqual([75, 75]);
    expect((await frameNumbers(made.path)).length).toBe(150);
  });

  it('leave out what holds nothing, and keep its place', async () => {
    const nothing = join(folder.path, 'nothing.mkv');
    await writeFile(nothing, '');
    const head = join(folder.path, 'head.mkv');
    const one = await segment('one', 'matroska');
    await writeFile(head, (await readFile(one)).subarray(0, 200));
    const made = await joined(path, [nothing, one, head]);
    const [before, whole, after] = made.segments;
    expect(before).toEqual({ startMs: 0, lengthMs: 0, frames: 0 });
    expect(whole).toMatchObject({ startMs: 0, frames: 75 });
    // The last picture stays until the sound ends.
    expect(whole?.lengthMs).toBeGreaterThan(2997);
    expect(whole?.lengthMs).toBeLessThan(3040);
    expect(after).toEqual({ startMs: whole?.lengthMs, lengthMs: 0, frames: 0 });
  });

  it('say so when there is nothing at all, and leave no half file', async () => {
    const nothing = join(folder.path, 'nothing.mkv');
    await writeFile(nothing, '');
    await expect(joined(path, [nothing])).rejects.toMatchObject({ code: 'file-no-frames' });
  });

  it('keep the sound in step when it began before the picture', async () => {
    const clip = await segment('one', 'matroska');
    const late = join(folder.path, 'late.mkv');
    await ffmpeg(
      '-itsoffset',
      '0.4',
      '-i',
      clip,
      '-i',
      clip,
      ...words('-map 1:a -map 0:v -c copy -f matroska -live 1'),
      late,
    );
    const made = await joined(path, [late]);
    expect(needsProxy(made.info, made.index)).toBeNull();
    const heard = await beeps(made.path);
    // The picture was moved by 400 ms, so on its time the first beep is past and the next comes 600 ms in.
    expect(Math.abs((heard.find((at) => at > 200) ?? 0) - 600)).toBeLessThan(25);
  });
});

describe('a lesson of which only half was recorded', () => {
  const { path } = ffmpegs[0] ?? { path: '' };
  const only = async (stream: 'a' | 'v', name: string): Promise<string> => {
    const clip = await segment(name, 'matroska');
    const half = join(folder.path, `${name}-${stream}.mkv`);
    await ffmpeg('-i', clip, ...words(`-map 0:${stream} -c copy -f matroska -live 1`), half);
    return half;
  };

  it('is dark where the camera was gone, and its sound goes on', async () => {
    const made = await joined(path, [await segment('one', 'matroska'), await only('a', 'two')]);
    expect(made.segments[0]?.frames).toBe(75);
    expect(Math.abs((made.segments[1]?.lengthMs ?? 0) - 3000)).toBeLessThan(250);
    const heard = await beeps(made.path);
    expect(heard.length).toBe(6);
  });

  it('is silent where the microphone was gone, also at the beginning', async () => {
    const made = await joined(path, [await only('v', 'one'), await segment('two', 'matroska')]);
    expect(made.segments.map(({ frames }) => frames)).toEqual([75, 75]);
    const heard = await beeps(made.path);
    const second = made.segments[1]?.startMs ?? 0;
    expect(heard.length).toBe(3);
    expect(Math.abs((heard[0] ?? 0) - second)).toBeLessThan(25);
  });

  it('can be marked when it was only heard', async () => {
    const made = await joined(path, [await only('a', 'one'), await only('a', 'two')]);
    expect(made.info.video).toMatchObject({ codec: 'h264', width: 640, height: 360 });
    expect(Math.abs((made.info.durationMs ?? 0) - 6000)).toBeLessThan(300);
    expect((await beeps(made.path)).length).toBe(6);
    expect(needsProxy(made.info, made.index)).toBeNull();
  });
});
