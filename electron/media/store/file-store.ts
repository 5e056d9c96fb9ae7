import { createReadStream, type Stats } from 'node:fs';
import { mkdir, open, readdir, realpath, rename, rm, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../../../shared/contract/errors.ts';
import { asAppError } from '../../db/errors.ts';
import { openGrowing } from './append-file.ts';
import type { MediaKey, MediaStore, PendingMedia } from './media-store.ts';
import { syncFolder } from './sync-folder.ts';

const partName = /^\.(.+)\.part-([0-9a-f-]{36})$/;
const workName = '.work';
/** Windows holds on to a file that was just read; what is already gone is no failure. */
const patiently = { force: true, maxRetries: 5, retryDelay: 100 };

/** Media as plain files under one folder. */
export function createFileStore(root: string): MediaStore {
  const pathOf = (key: MediaKey): string => {
    const parts = key.split('/');
    // Keys are made by our own code from ids; a key that climbs is a mistake, never a wish.
    if (parts.some((part) => !/^[\w][\w.-]*$/.test(part)))
      throw new AppError('internal', { key: 'malformed' });
    return join(root, ...parts);
  };
  const statOf = async (key: MediaKey): Promise<Stats | null> => {
    try {
      const real = await realpath(pathOf(key));
      // A link in the library that leads out of it is not ours: it would show any file of the person to the page.
      if (!real.startsWith((await realpath(root)) + sep)) return null;
      return await stat(real);
    } catch (error) {
      if (!isCode(error, 'ENOENT')) throw asAppError(error);
      await assertHere(dirname(root));
      return null;
    }
  };

  return {
    async inputForFfmpeg(key) {
      if (!(await statOf(key))) throw new AppError('recording-gone');
      return `file:${pathOf(key)}`;
    },
    begin: (key, jobId) => begin(key, pathOf(key), jobId),
    grow: async (key) => openGrowing(pathOf(key)),
    size: async (key) => (await statOf(key))?.size ?? null,
    read: (key, { start, end }) => createReadStream(pathOf(key), { start, end, highWaterMark: 256 * 1024 }),
    async destroy(key) {
      await rm(pathOf(key), patiently).catch(rethrow);
    },
    async freeBytes() {
      try {
        // The folder around it: the library's own is made when the first file comes in.
        const { bavail, bsize } = await statfs(dirname(root));
        return bavail * bsize;
      } catch (error) {
        if (isCode(error, 'ENOSYS')) return null;
        throw asAppError(error);
      }
    },
    async workFolder(jobId) {
      const path = join(root, workName, jobId);
      await mkdir(path, { recursive: true }).catch(rethrow);
      return {
        path,
        dispose: () => rm(path, { ...patiently, recursive: true }),
      };
    },
    async sweep(keepJobIds) {
      let swept = 0;
      for (const entry of await entriesBelow(root)) {
        const jobId = partName.exec(basename(entry))?.[2];
        if (!jobId || keepJobIds.has(jobId)) continue;
        await rm(entry, patiently).catch(rethrow);
        swept += 1;
      }
      for (const jobId of await readdir(join(root, workName)).catch(ifGone<string[]>([]))) {
        if (keepJobIds.has(jobId)) continue;
        await rm(join(root, workName, jobId), { ...patiently, recursive: true }).catch(rethrow);
        swept += 1;
      }
      return swept;
    },
    async *list() {
      for (const entry of await entriesBelow(root)) {
        const key = entry
          .slice(root.length + 1)
          .split(sep)
          .join('/');
        if (!key.startsWith('.') && !partName.test(basename(entry))) yield key;
      }
    },
  };
}

async function begin(key: MediaKey, target: string, jobId: string): Promise<PendingMedia> {
  const folder = dirname(target);
  await mkdir(folder, { recursive: true }).catch(rethrow);
  const path = join(folder, `.${basename(target)}.part-${jobId}`);
  return {
    key,
    path,
    outputForFfmpeg: `file:${path}`,
    async commit() {
      try {
        const handle = await open(path, 'r+');
        try {
          await handle.sync();
        } finally {
          await handle.close();
        }
        await renamePatiently(path, target);
        await syncFolder(folder);
        return (await stat(target)).size;
      } catch (error) {
        throw asAppError(error);
      }
    },
    discard: () => rm(path, patiently),
  };
}

/** Windows refuses a rename while a virus scanner or indexer holds the file; it lets go within seconds. */
export async function renamePatiently(from: string, to: string, move: typeof rename = rename): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await move(from, to);
      return;
    } catch (error) {
      const locked = isCode(error, 'EPERM') || isCode(error, 'EBUSY') || isCode(error, 'EACCES');
      if (!locked || attempt >= 7) throw error;
      await pause(20 * 2 ** attempt);
    }
  }
}

/** @throws AppError `library-missing` when the drive the library is on was taken away. */
async function assertHere(libraryFolder: string): Promise<void> {
  await stat(libraryFolder).catch(rethrow);
}

async function entriesBelow(root: string): Promise<string[]> {
  const found = await readdir(root, { recursive: true, withFileTypes: true }).catch(ifGone([]));
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function ifGone<T>(instead: T) {
  return (error: unknown): T => {
    if (isCode(error, 'ENOENT')) return instead;
    throw asAppError(error);
  };
}

function rethrow(error: unknown): never {
  throw asAppError(error);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
