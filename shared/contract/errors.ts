/**
 * Everything that can go wrong in words a person may read. The union is closed: the main process sends a code
 * and parameters, never a sentence; the sentences are `errors.<code>` in `resources/locales/<language>/errors.json`.
 */
export const errorCodes = [
  // calls
  'internal',
  'invalid-input',
  'unknown-call',
  'foreign-sender',
  'not-found',
  'cancelled',
  // library and database
  'library-newer',
  'library-damaged',
  'library-damaged-backup',
  'library-missing',
  'library-read-only',
  'disk-full',
  'database-busy',
  // files coming in
  'source-missing',
  'source-vanished',
  'source-changed',
  'source-unreadable',
  'file-empty',
  'file-truncated',
  'file-not-video',
  'file-refers-elsewhere',
  'file-no-frames',
  'file-audio-only',
  'file-codec-unknown',
  'file-damaged',
  'file-too-long',
  'file-too-large-picture',
  'folder-empty',
  'copy-mismatch',
  'parts-do-not-join',
  'already-imported',
  // media work
  'ffmpeg-missing',
  'ffmpeg-failed',
  'ffmpeg-hung',
  'cut-verification-failed',
  'range-empty',
  'range-outside',
  'recording-gone',
  'fragment-not-ready',
  // filming
  'already-filming',
  'disk-short',
  'container-not-crash-safe',
  'chunk-out-of-order',
  'segment-closed',
  'filming-ended',
  'filming-empty',
  // jobs
  'job-not-cancellable',
  'job-interrupted',
] as const;

export type ErrorCode = (typeof errorCodes)[number];
export type ErrorParams = Readonly<Record<string, string | number>>;

/** What crosses to the page when a call fails. `logId` finds the line in the log; it holds no content. */
export interface ErrorReport {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly retryable: boolean;
  readonly logId: string;
}

const retryable: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'disk-full',
  'library-missing',
  'library-read-only',
  'database-busy',
  'source-missing',
  'source-vanished',
  'source-unreadable',
  'copy-mismatch',
  'ffmpeg-failed',
  'ffmpeg-hung',
  'ffmpeg-missing',
  'job-interrupted',
  'cancelled',
]);

/** A failure with a code of the closed union. `params` fill the sentence (never paths or content). */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly retryable: boolean;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
    this.retryable = retryable.has(code);
  }
}

/** True for a failure that carries one of our codes, also when it crossed a module boundary. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
