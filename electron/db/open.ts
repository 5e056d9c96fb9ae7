import Database from 'better-sqlite3';
import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { asAppError } from './errors.ts';
import { migrate, newestVersion } from './migrate.ts';

export type Db = Database.Database;

/**
 * Opens the library's database and brings it to the newest version.
 * The only place that knows how it is opened; encryption will slot in here.
 * @throws AppError `library-newer` when a later app wrote it (nothing is touched), `library-damaged`,
 *   `library-read-only`, `disk-full`.
 */
export async function openDatabase(
  path: string,
  beforeMigrating?: (db: Db) => Promise<unknown>,
): Promise<Db> {
  // A removed drive: the package says so in words only.
  if (!existsSync(dirname(path))) throw new AppError('library-missing');
  assertWritable(dirname(path));
  refuseNewer(path);
  let db: Db | undefined;
  try {
    db = new Database(path, { timeout: 5000 });
    db.pragma('journal_mode = WAL');
    // The package is compiled with WAL_SYNCHRONOUS=1 (NORMAL): a power cut could lose what was acknowledged.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    const version = versionOf(db);
    if (version > 0 && version < newestVersion && beforeMigrating) await beforeMigrating(db);
    migrate(db);
    return db;
  } catch (error) {
    db?.close();
    throw asAppError(error);
  }
}

/** SQLite calls a locked disk «cannot open», as it does a missing one; the file system knows which it is. */
function assertWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw asAppError(error);
  }
}

/**
 * Refuses a newer library with every byte as it was. The file's own header is read first, without SQLite, which would
 * put its helper files beside it; only when a log is left over may a newer version stand in there.
 */
function refuseNewer(path: string): void {
  if (!existsSync(path)) return;
  try {
    const found = Math.max(versionInHeader(path), hasLog(path) ? versionWithLog(path) : 0);
    if (found > newestVersion) throw new AppError('library-newer', { found, known: newestVersion });
  } catch (error) {
    throw asAppError(error);
  }
}

/** `user_version` is a 4-byte number at offset 60 of the file (sqlite.org/fileformat2, 1.3). 0 for a file shorter than that. */
function versionInHeader(path: string): number {
  const header = Buffer.alloc(64);
  const file = openSync(path, 'r');
  try {
    const read = readSync(file, header, 0, header.length, 0);
    return read === header.length && header.toString('latin1', 0, 15) === 'SQLite format 3'
      ? header.readUInt32BE(60)
      : 0;
  } finally {
    closeSync(file);
  }
}

function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function versionWithLog(path: string): number {
  const peek = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return versionOf(peek);
  } finally {
    peek.close();
  }
}

function versionOf(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}
