import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileStore, renamePatiently } from '../../../electron/media/store/file-store.ts';
import type { MediaStore } from '../../../electron/media/store/media-store.ts';
import { writeWhole } from '../../../electron/media/store/write-whole.ts';
import { temporaryFolder } from '../../fixtures/clips.ts';

const key = 'recordings/one/original.mp4';
const job = randomUUID();
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let root: string;
let store: MediaStore;
beforeEach(async () => {
  folder = await temporaryFolder();
  root = join(folder.path, 'library', 'media');
  await mkdir(join(folder.path, 'library'));
  store = createFileStore(root);
});
afterEach(() => folder.remove());
const keys = async () => {
  const found: string[] = [];
  for await (const one of store.list()) found.push(one);
  return found.toSorted();
};

describe('a file of the library', () => {
  it('is not there until it is whole', async () => {
    const pending = await store.begin(key, job);
    await writeFile(pending.path, 'lesson');
    expect(await store.size(key)).toBeNull();
    expect(await keys()).toEqual([]);
    await expect(store.inputForFfmpeg(key)).rejects.toMatchObject({ code: 'recording-gone' });
    expect(await pending.commit()).toBe(6);
    expect(await store.size(key)).toBe(6);
    expect(await keys()).toEqual([key]);
    expect(await store.inputForFfmpeg(key)).toBe(`file:${join(root, 'recordings', 'one', 'original.mp4')}`);
    expect((await buffer(store.read(key, { start: 1, end: 3 }))).toString()).toBe('ess');
  });

  it('takes the place of an older one in one step', async () => {
    await writeWhole(store, key, job, Buffer.from('old'));
    await writeWhole(store, key, randomUUID(), Buffer.from('newer'));
    expect(await store.size(key)).toBe(5);
    expect(await readdir(join(root, 'recordings', 'one'))).toEqual(['original.mp4']);
  });

  it('leaves nothing behind when it is discarded, also twice', async () => {
    const pending = await store.begin(key, job);
    await writeFile(pending.path, 'half');
    await pending.discard();
    await pending.discard();
    expect(await readdir(join(root, 'recordings', 'one'))).toEqual([]);
  });

  it('is gone after it was destroyed, and destroying it again is no failure', async () => {
    await writeWhole(store, key, job, Buffer.from('lesson'));
    await store.destroy(key);
    await store.destroy(key);
    expect(await store.size(key)).toBeNull();
  });

  it.each([
    '../outside',
    'recordings/../../outside',
    '/etc/passwd',
    'C:/x',
    'a//b',
    '.hidden',
    'a/.b',
    'a\\b',
    '',
  ])('is never outside the library: %s', async (climbing) => {
    await expect(store.size(climbing)).rejects.toMatchObject({ code: 'internal' });
    await expect(store.inputForFfmpeg(climbing)).rejects.toMatchObject({ code: 'internal' });
  });
});

describe('after a crash', () => {
  it('half files and work folders are swept, except those of jobs that go on', async () => {
    const going = randomUUID();
    for (const owner of [job, going]) {
      const pending = await store.begin(key, owner);
      await writeFile(pending.path, 'half');
      const work = await store.workFolder(owner);
      await appendFile(join(work.path, 'piece.ts'), 'piece');
    }
    await writeWhole(store, 'recordings/one/whole.mp4', randomUUID(), Buffer.from('whole'));
    expect(await store.sweep(new Set([going]))).toBe(2);
    expect(await readdir(join(root, '.work'))).toEqual([going]);
    expect((await readdir(join(root, 'recordings', 'one'))).toSorted()).toEqual([
      `.original.mp4.part-${going}`,
      'whole.mp4',
    ]);
    expect(await keys()).toEqual(['recordings/one/whole.mp4']);
  });

  it('an empty library has nothing to sweep', async () => {
    expect(await store.sweep(new Set())).toBe(0);
    expect(await keys()).toEqual([]);
  });
});

describe('a library on a drive', () => {
  it('says how much room is left, also before its first file', async () => {
    expect(await store.freeBytes()).toBeGreaterThan(0);
  });

  it('that was taken away is told as such, not as a recording that is gone', async () => {
    await writeWhole(store, key, job, Buffer.from('lesson'));
    await rm(join(folder.path, 'library'), { recursive: true });
    await expect(store.inputForFfmpeg(key)).rejects.toMatchObject({ code: 'library-missing' });
    await expect(store.size(key)).rejects.toMatchObject({ code: 'library-missing' });
    await expect(store.freeBytes()).rejects.toMatchObject({ code: 'library-missing' });
  });
});

describe('renaming where a virus scanner holds the file', () => {
  it('is tried again until it lets go', async () => {
    const from = join(folder.path, 'from');
    await writeFile(from, 'lesson');
    let refused = 0;
    await renamePatiently(from, join(folder.path, 'to'), async (...names) => {
      refused += 1;
      if (refused < 4) throw locked(['EPERM', 'EBUSY', 'EACCES'][refused - 1] ?? '');
      const { rename } = await import('node:fs/promises');
      await rename(...names);
    });
    expect(refused).toBe(4);
    expect(await readFile(join(folder.path, 'to'), 'utf8')).toBe('lesson');
  });

  it('is not tried again for another trouble', async () => {
    let tries = 0;
    const move = () => {
      tries += 1;
      return Promise.reject(locked('ENOSPC'));
    };
    await expect(renamePatiently('a', 'b', move)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(tries).toBe(1);
  });
});

function locked(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('a file that grows', () => {
  const live = 'filmings/segment.mkv';

  it('is there from its first byte, and its name is taken', async () => {
    const growing = await store.grow(live);
    await growing.append(Buffer.from('een'));
    await growing.append(Buffer.from('twee'));
    expect(growing.size()).toBe(7);
    expect(await store.size(live)).toBe(7);
    await growing.sync();
    await expect(store.grow(live)).rejects.toMatchObject({ name: 'AppError' });
    await growing.close();
    expect((await buffer(store.read(live, { start: 0, end: 6 }))).toString()).toBe('eentwee');
  });

  it('is no part file: start-up leaves it where it is', async () => {
    const growing = await store.grow(live);
    await growing.append(Buffer.from('les'));
    await growing.close();
    expect(await store.sweep(new Set())).toBe(0);
    expect(await keys()).toEqual([live]);
  });
});
