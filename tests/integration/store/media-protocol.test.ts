import { createHash, randomBytes } from 'node:crypto';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileStore } from '../../../electron/media/store/file-store.ts';
import { answerMedia, type MediaSource } from '../../../electron/shell/protocols/media.ts';
import { temporaryFolder } from '../../fixtures/clips.ts';

const bytes = randomBytes(3_000_017);
const opened: Readable[] = [];
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let source: MediaSource;

beforeAll(async () => {
  folder = await temporaryFolder();
  const root = join(folder.path, 'media');
  await mkdir(join(root, 'recordings'), { recursive: true });
  await writeFile(join(root, 'recordings', 'lesson.mp4'), bytes);
  await writeFile(join(root, 'recordings', 'empty.mp4'), '');
  await mkdir(join(folder.path, 'private'));
  await writeFile(join(folder.path, 'private', 'secret.mp4'), 'secret');
  // A junction: on Windows anyone may make one, other than a link to a file.
  await symlink(join(folder.path, 'private'), join(root, 'link'), 'junction');
  const store = createFileStore(root);
  source = {
    store: {
      size: store.size,
      read(key, range) {
        const file = store.read(key, range);
        opened.push(file);
        return file;
      },
    },
    find(kind, [name = '']) {
      if (kind === 'recording') return Promise.resolve({ key: `recordings/${name}.mp4`, type: 'video/mp4' });
      if (kind === 'linked') return Promise.resolve({ key: 'link/secret.mp4', type: 'video/mp4' });
      if (kind === 'page') return Promise.resolve({ key: 'recordings/lesson.mp4', type: 'text/html' });
      if (kind === 'drawing') return Promise.resolve({ bytes: bytes.subarray(0, 10), type: 'image/svg+xml' });
      if (kind === 'still') return Promise.resolve({ bytes: bytes.subarray(0, 10), type: 'image/jpeg' });
      return Promise.resolve(null);
    },
  };
});
afterAll(() => folder.remove());

const ask = (path: string, init: RequestInit = {}) =>
  answerMedia(source, new Request(`media://library/${path}`, init));
const askRange = (range: string, init: RequestInit = {}) =>
  ask('recording/lesson', { ...init, headers: { Range: range } });
const bodyOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

describe('media over its own protocol', () => {
  it('comes whole when nothing else is asked, and says that parts may be asked for', async () => {
    const answer = await ask('recording/lesson');
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'content-length': String(bytes.length),
      'content-type': 'video/mp4',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(hash(await bodyOf(answer))).toBe(hash(bytes));
  });

  it('gives exactly the bytes of any range', { timeout: 30_000 }, async () => {
    // A fixed sequence of numbers, so that a failure can be repeated.
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const edges = [0, 1, 255, 262_143, 262_144, 262_145, bytes.length - 2, bytes.length - 1];
    for (let round = 0; round < 200; round += 1) {
      const start = round < edges.length ? (edges[round] ?? 0) : next(bytes.length);
      const end = Math.min(bytes.length - 1, start + next(round % 3 === 0 ? 1_000_000 : 2_000));
      const forms = [`bytes=${start}-${end}`, `bytes=${start}-`, `bytes=-${bytes.length - start}`];
      const form = round % forms.length;
      const last = form === 0 ? end : bytes.length - 1;
      const answer = await askRange(forms[form] ?? '');
      expect(answer.status).toBe(206);
      expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${last}/${bytes.length}`);
      expect(answer.headers.get('content-length')).toBe(String(last - start + 1));
      expect(hash(await bodyOf(answer))).toBe(hash(bytes.subarray(start, last + 1)));
    }
  });

  it('says how long the file is when asked for what lies outside it', async () => {
    const answer = await askRange(`bytes=${bytes.length}-`);
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toBe(`bytes */${bytes.length}`);
    expect((await bodyOf(answer)).length).toBe(0);
  });

  it('answers HEAD with the head alone, without opening the file', async () => {
    const before = opened.length;
    const answer = await askRange('bytes=10-19', { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-length')]).toEqual([206, '10']);
    expect((await bodyOf(answer)).length).toBe(0);
    expect(opened.length).toBe(before);
  });

  it('gives bytes that were made on the spot in ranges too', async () => {
    const answer = await ask('still/a/b', { headers: { Range: 'bytes=2-4' } });
    expect(answer.status).toBe(206);
    expect(await bodyOf(answer)).toEqual(bytes.subarray(2, 5));
  });

  it('gives an empty file as empty', async () => {
    const answer = await ask('recording/empty');
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '0']);
  });

  it.each([
    ['what nobody knows', 'unknown/1', 'GET', 404],
    ['a file that is gone', 'recording/gone', 'GET', 404],
    ['a link that leads out of the library', 'linked/1', 'GET', 404],
    ['a type that could carry script', 'page/1', 'GET', 404],
    ['a drawing that could carry script', 'drawing/1', 'GET', 404],
    ['a broken escape', 'recording/%E0%A4%A', 'GET', 404],
    ['a change', 'recording/lesson', 'POST', 405],
  ])('does not give %s', async (_what, path, method, status) => {
    expect((await ask(path, { method })).status).toBe(status);
  });

  it('never reads a key that climbs', async () => {
    await expect(ask('recording/..%2F..%2Fsecret')).rejects.toMatchObject({ code: 'internal' });
  });

  it('closes the file when the player goes elsewhere', async () => {
    const abort = new AbortController();
    const answer = await ask('recording/lesson', { signal: abort.signal });
    const reader = answer.body?.getReader();
    await reader?.read();
    const file = opened.at(-1);
    expect(file?.destroyed).toBe(false);
    abort.abort();
    await expect.poll(() => file?.closed).toBe(true);
    await reader?.cancel().catch((error: unknown) => expect(error).toBeInstanceOf(Error));
  });

  it('closes the file when the page stops reading, and when it was aborted before', async () => {
    const answer = await ask('recording/lesson');
    await answer.body?.cancel();
    await expect.poll(() => opened.at(-1)?.closed).toBe(true);
    const late = await ask('recording/lesson', { signal: AbortSignal.abort() });
    await expect.poll(() => opened.at(-1)?.closed).toBe(true);
    await expect(late.arrayBuffer()).rejects.toBeDefined();
  });

  it('serves two slow players at once and holds little of the file for them', async () => {
    const answers = await Promise.all([askRange('bytes=0-'), askRange('bytes=1000000-')]);
    const [first, second] = answers.map((answer) => answer.body?.getReader());
    const parts: [Buffer[], Buffer[]] = [[], []];
    for (let turn = 0; turn < 4; turn += 1) {
      for (const [place, reader] of [first, second].entries()) {
        const { value } = (await reader?.read()) ?? {};
        if (value) parts[place]?.push(Buffer.from(value));
      }
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    for (const file of opened.slice(-2)) expect(file.readableLength).toBeLessThanOrEqual(512 * 1024);
    const [a, b] = parts.map((list) => Buffer.concat(list));
    expect(a && hash(a)).toBe(hash(bytes.subarray(0, a?.length)));
    expect(b && hash(b)).toBe(hash(bytes.subarray(1_000_000, 1_000_000 + (b?.length ?? 0))));
    await Promise.all([first?.cancel(), second?.cancel()]);
  });
});

function hash(part: Uint8Array): string {
  return createHash('sha256').update(part).digest('hex');
}
