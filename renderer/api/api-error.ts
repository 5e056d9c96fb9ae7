import {
  errorCodes,
  type ErrorCode,
  type ErrorParams,
  type ErrorReport,
} from '../../shared/contract/errors.ts';

/** A call that failed, as main told it. Its sentence is `errors:<code>`. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly retryable: boolean;
  readonly logId: string;

  constructor(report: ErrorReport) {
    super(report.code);
    this.name = 'ApiError';
    this.code = report.code;
    this.params = report.params;
    this.retryable = report.retryable;
    this.logId = report.logId;
  }
}

/** The code of anything that was thrown; what we do not know is `internal`. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof ApiError ? knownCode(error.code) : 'internal';
}

/** A code that came as text (a job's error, a refusal), kept inside the closed union. */
export function knownCode(code: string): ErrorCode {
  return errorCodes.find((known) => known === code) ?? 'internal';
}
