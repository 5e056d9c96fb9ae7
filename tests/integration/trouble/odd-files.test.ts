import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBinary } from '../../../electron/media/ffmpeg/binaries.ts';
import { createProber } from '../../../electron/media/ffmpeg/ffprobe.ts';
import { readFrames } from '../../../electron/media/frames/read-frames.ts';
import { probeMedia } from '../../../electron/media/probe.ts';
import { isAppError } from '../../../shared/contract/errors.ts';
import { ffmpegs, makeClip, temporaryFolder } from '../../fixtures/clips.ts';
import { startServices, type TestApp } from '../../fixtures/services.ts';

const execute = promisify(execFile);
let made: Awaited<ReturnType<typeof temporaryFolder>>;
let clip: string;
beforeAll(async () => {
  made = await temporaryFolder();
  clip = await makeClip(join(made.path, 'les.mp4'), { seconds: 2 });
});
afterAll(() => made.remove());

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let app: TestApp;
beforeEach(async () => {
  folder = await temporaryFolder();
  app = await startServices(folder.path);
});
afterEach(async () => {
  await app.close();
  await folder.remove();
});

/** What bringing in a file ends with: `done`, or the code of its sentence. */
async function outcome(path: string): Promise<string> {
  const [job] = await app.bringIn([path]);
  await app.settled();
  return job?.error?.code ?? job?.state ?? 'nothing';
}

const lavfi = (path: string, ...args: readonly string[]): Promise<unknown> =>
  execute(ffmpegs[0]?.path ?? '', [
    '-hide_banner',
    '-loglevel',
    'error',
    '-y',
    '-f',
    'lavfi',
    ...args,
    `file:${path}`,
  ]);

describe('files that are not what they seem', () => {
  it('refuses an empty file, text, an unfinished recording and sound alone, each for its own reason', async () => {
    const at = (name: string): string => join(folder.path, name);
    await writeFile(at('leeg.mp4'), '');
    await writeFile(at('tekst.mp4'), 'Dit is een boodschappenlijst.\n'.repeat(50));
    await copyFile(clip, at('half.mp4'));
    await lavfi(
      at('half.mp4'),
      '-i',
      'testsrc2=s=160x120:r=10:d=2',
      '-c:v',
      'libx264',
      '-pix_fmt',
      'yuv420p',
    );
    await truncate(at('half.mp4'), Math.round((await stat(at('half.mp4'))).size * 0.6));
    await lavfi(at('geluid.mp4'), '-i', 'sine=d=1', '-c:a', 'aac');
    expect(await outcome(at('leeg.mp4'))).toBe('file-empty');
    expect(await outcome(at('tekst.mp4'))).toBe('file-not-video');
    expect(await outcome(at('half.mp4'))).toBe('file-truncated');
    expect(await outcome(at('geluid.mp4'))).toBe('file-audio-only');
    expect((await app.call('recordings', 'list', {})).total).toBe(0);
  });

  it.each([
    ['ffconcat', (secret: string) => `ffconcat version 1.0\nfile '${secret}'\n`],
    ['HLS', (secret: string) => `#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:2,\nfile://${secret}\n#EXT-X-ENDLIST\n`],
    [
      'DASH',
      (secret: string) =>
        `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>file://${secret}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
    ],
  ])('never reads another file through %s named .mp4', async (_kind, text) => {
    const lure = join(folder.path, 'les.mp4');
    const secret = join(folder.path, 'geheim.mp4');
    await copyFile(clip, secret);
    await writeFile(lure, text(secret));
    expect(['file-not-video', 'file-refers-elsewhere']).toContain(await outcome(lure));
  });

  it.each([
    'naam met spaties.mp4',
    '-vf.mp4',
    '100%d klaar.mp4',
    `l'été "twee".mp4`,
    'урок 第一课 درس.mp4',
    'a:b.mp4',
  ])('takes any name: %s', async (name) => {
    if (process.platform === 'win32' && /[:"]/.test(name)) return;
    await copyFile(clip, join(folder.path, name));
    expect(await outcome(join(folder.path, name))).toBe('done');
  });

  it('says that a path longer than a file system takes is not there', async () => {
    await expect(
      app.call('imports', 'offerDropped', { paths: [join(folder.path, `${'a'.repeat(4000)}.mp4`)] }),
    ).rejects.toMatchObject({ code: 'source-missing' });
  });

  it('takes twenty hours at one picture a minute, and silence; refuses a picture that is too large', async () => {
    const long = join(folder.path, 'lang.mkv');
    await lavfi(
      long,
      '-i',
      'testsrc2=s=64x48:r=1/60:d=72000',
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-pix_fmt',
      'yuv420p',
      '-g',
      '60',
    );
    expect(await outcome(long)).toBe('done');
    const [recording] = (await app.call('recordings', 'list', {})).items;
    expect(recording?.durationMs).toBeGreaterThan(71_000_000);
    const huge = join(folder.path, 'groot.mkv');
    await lavfi(
      huge,
      '-i',
      'color=s=8320x64:r=1:d=1',
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-pix_fmt',
      'yuv420p',
    );
    expect(await outcome(huge)).toBe('file-too-large-picture');
  });

  it('knows a recording that it already has, by its contents', async () => {
    expect(await outcome(clip)).toBe('done');
    const other = join(folder.path, 'andere naam.mp4');
    await copyFile(clip, other);
    const offer = await app.call('imports', 'offerDropped', { paths: [other] });
    const { jobIds } = await app.call('imports', 'start', {
      offerId: offer.id,
      clipIds: offer.clips.map((one) => one.id),
      ownerId: null,
    });
    expect((await app.services.jobs.whenEnded(jobIds[0] ?? '')).error?.code).toBe('already-imported');
  });

  it('leaves the original as it was, to the byte and the date', async () => {
    const before = { bytes: await readFile(clip), at: (await stat(clip)).mtimeMs };
    await outcome(clip);
    expect((await readFile(clip)).equals(before.bytes)).toBe(true);
    expect((await stat(clip)).mtimeMs).toBe(before.at);
  });
});

describe('a library in trouble', () => {
  it('says that the card went away, keeps what came in, and goes on when it is back', async () => {
    const card = join(folder.path, 'kaart');
    await mkdir(card);
    await copyFile(clip, join(card, 'les.mp4'));
    const offer = await app.call('imports', 'offerDropped', { paths: [join(card, 'les.mp4')] });
    await rename(card, join(folder.path, 'kaart eruit'));
    const { jobIds } = await app.call('imports', 'start', {
      offerId: offer.id,
      clipIds: offer.clips.map((one) => one.id),
      ownerId: null,
    });
    const jobId = jobIds[0] ?? '';
    expect((await app.services.jobs.whenEnded(jobId)).error?.code).toBe('source-vanished');
    await rename(join(folder.path, 'kaart eruit'), card);
    await app.call('jobs', 'resume', { id: jobId });
    expect((await app.services.jobs.whenEnded(jobId)).state).toBe('done');
  });

  it('shows a recording whose file is gone as missing and keeps its notes', async () => {
    await outcome(clip);
    const [recording] = (await app.call('recordings', 'list', {})).items;
    const id = recording?.id ?? '';
    await app.call('observations', 'add', {
      recordingId: id,
      atMs: 0,
      untilMs: null,
      kind: 'observation',
      text: 'blijft',
      tag: null,
      authorId: null,
      drawing: null,
    });
    await rm(join(folder.path, 'library/media/recordings', id), { recursive: true });
    expect((await app.call('recordings', 'get', { id })).playability).toBe('missing');
    expect(await app.call('observations', 'list', { recordingId: id })).toHaveLength(1);
    await expect(
      app.call('fragments', 'create', { recordingId: id, name: 'x', inFrame: 0, outFrame: 10 }),
    ).resolves.toMatchObject({ name: 'x' });
    await app.settled();
    const [fragment] = await app.call('fragments', 'list', { recordingId: id });
    expect(fragment?.file).toBe('failed');
  });
});

describe('a thousand files with one byte flipped', { timeout: 180_000 }, () => {
  it('neither crashes nor hangs on any, and always says something a person can read', async () => {
    const small = await makeClip(join(folder.path, 'klein.mp4'), {
      seconds: 1,
      size: '224x64',
      rate: '10',
      audio: false,
    });
    const bytes = await readFile(small);
    const prober = createProber(findBinary('ffprobe').path);
    const odd: string[] = [];
    const look = async (number: number): Promise<void> => {
      const flipped = Buffer.from(bytes);
      const place = (number * 7919) % bytes.length;
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (number % 8));
      const path = join(folder.path, `flip-${number}.mp4`);
      await writeFile(path, flipped);
      try {
        const info = await probeMedia(prober, `file:${path}`, { timeoutMs: 10_000 });
        await readFrames(prober, `file:${path}`, info, { timeoutMs: 10_000 });
      } catch (error) {
        if (!isAppError(error) || error.code === 'ffmpeg-hung' || error.code === 'internal')
          odd.push(`${number}: ${String(error)}`);
      }
      await rm(path);
    };
    const queue = Array.from({ length: 1000 }, (_, number) => number);
    await Promise.all(
      [0, 1, 2].map(async () => {
        for (let number = queue.pop(); number !== undefined; number = queue.pop()) await look(number);
      }),
    );
    expect(odd).toEqual([]);
  });
});
