import { SqliteError } from 'better-sqlite3';
import { AppError, type ErrorCode, isAppError } from '../../shared/contract/errors.ts';

const byPrefix: readonly (readonly [string, ErrorCode])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR', 'library-missing'],
  ['SQLITE_CANTOPEN', 'library-missing'],
  ['SQLITE_READONLY', 'library-read-only'],
  ['SQLITE_PERM', 'library-read-only'],
  ['SQLITE_BUSY', 'database-busy'],
  ['SQLITE_LOCKED', 'database-busy'],
  ['SQLITE_CORRUPT', 'library-damaged'],
  ['SQLITE_NOTADB', 'library-damaged'],
  // A note on a recording, a plan of a case, that nobody has (any more).
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'not-found'],
  ['SQLITE_CONSTRAINT_CHECK', 'invalid-input'],
];

const byErrno: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'library-read-only',
  EACCES: 'library-read-only',
  EPERM: 'library-read-only',
  ENOENT: 'library-missing',
  EIO: 'library-missing',
  // A drive that was taken away while in use, on each system's own terms.
  ENODEV: 'library-missing',
  ENXIO: 'library-missing',
  ENOTDIR: 'library-missing',
  ESTALE: 'library-missing',
};

/** Gives any failure of the library (SQLite or file system) its code; what is not known becomes `internal`. */
export function asAppError(error: unknown): AppError {
  if (isAppError(error)) return error;
  if (error instanceof SqliteError) {
    const found = byPrefix.find(([prefix]) => error.code.startsWith(prefix));
    return new AppError(found?.[1] ?? 'internal', {}, { cause: error });
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return new AppError(byErrno[error.code] ?? 'internal', {}, { cause: error });
  }
  return new AppError('internal', {}, { cause: error });
}
