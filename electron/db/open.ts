import Database from 'better-sqlite3';
import { accessSync, constants, existsSync } from 'node:fs';
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

/** Reads `user_version` through a read-only handle, so that a newer library is refused byte for byte untouched. */
function refuseNewer(path: string): void {
  if (!existsSync(path)) return;
  let peek: Db | undefined;
  let version = 0;
  try {
    peek = new Database(path, { readonly: true, fileMustExist: true });
    version = versionOf(peek);
  } catch (error) {
    throw asAppError(error);
  } finally {
    peek?.close();
  }
  if (version > newestVersion) throw new AppError('library-newer', { found: version, known: newestVersion });
}

function versionOf(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}
