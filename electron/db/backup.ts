import Database from 'better-sqlite3';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { asAppError } from './errors.ts';
import type { Db } from './open.ts';

const dayMs = 86_400_000;
const kept = 7;
const backupName = /^drieluik-\d{8}T\d{9}\.db$/;
const unfinished = /^\.drieluik-.*\.part(-\w+)?$/;

/**
 * Copies the database while it is open (never the live file, whose newest pages may still be in its log), looks
 * whether the copy is sound, and keeps the newest seven. @returns when it was made, ms since 1970.
 * @throws AppError `disk-full`, `library-read-only`, `library-damaged` when the copy is not sound.
 */
export async function makeBackup(db: Db, folder: string, now = Date.now()): Promise<number> {
  await mkdir(folder, { recursive: true }).catch(rethrow);
  const name = `drieluik-${new Date(now).toISOString().replaceAll(/[-:.Z]/g, '')}.db`;
  const part = join(folder, `.${name}.part`);
  try {
    await db.backup(part);
    assertSound(part);
    await rename(part, join(folder, name));
  } catch (error) {
    throw asAppError(error);
  } finally {
    await removeUnfinished(folder);
  }
  const old = (await backupsIn(folder)).slice(kept);
  await Promise.all(old.map((one) => rm(join(folder, one), { force: true })));
  return now;
}

/** Makes a backup when the newest is older than a day. @returns when the newest was made. */
export async function dailyBackup(db: Db, folder: string, now = Date.now()): Promise<number> {
  const [newest] = await backupsIn(folder);
  const madeAt = newest === undefined ? 0 : (await stat(join(folder, newest)).catch(rethrow)).mtimeMs;
  return now - madeAt < dayMs ? Math.round(madeAt) : makeBackup(db, folder, now);
}

/** Names of the backups, newest first. */
export async function backupsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw asAppError(error);
  });
  return names
    .filter((name) => backupName.test(name))
    .toSorted()
    .toReversed();
}

/**
 * The newest backup that is sound, to be named when the library is not. @returns its file name, or null when there is
 * none. A copy that cannot be read is passed over.
 */
export async function newestSoundBackup(folder: string): Promise<string | null> {
  for (const name of await backupsIn(folder)) {
    try {
      assertSound(join(folder, name));
      return name;
    } catch (error) {
      if (asAppError(error).code !== 'library-damaged') throw asAppError(error);
    }
  }
  return null;
}

/** A damaged library is never mended by guessing: the person is told which copy can be put back. @throws always. */
export async function nameBackup(error: unknown, folder: string): Promise<never> {
  const failure = asAppError(error);
  if (failure.code !== 'library-damaged') throw failure;
  const backup = await newestSoundBackup(folder);
  throw backup === null ? failure : new AppError('library-damaged-backup', { backup }, { cause: error });
}

/** What a backup that was killed halfway left behind. */
async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(rethrow);
  const left = names.filter((name) => unfinished.test(name));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}

/** Also makes the copy one file that needs no log beside it, so that it can be carried and put back as it is. */
function assertSound(path: string): void {
  const copy = new Database(path, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
    if (copy.pragma('quick_check', { simple: true }) !== 'ok') throw new AppError('library-damaged');
  } finally {
    copy.close();
  }
}

function rethrow(error: unknown): never {
  throw asAppError(error);
}
