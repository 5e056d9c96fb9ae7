import type { ErrorReport } from '../../shared/contract/errors.ts';
import { asAppError } from '../db/errors.ts';
import { newId } from '../db/ids.ts';
import { log } from '../shell/log.ts';

/** Writes a failure to the log (code and stack, never what was typed) and gives the page its code. */
export function reportFailure(error: unknown, where: string): ErrorReport {
  const failure = asAppError(error);
  const logId = newId();
  log.error(
    where,
    logId,
    failure.code,
    failure.code === 'invalid-input' ? '' : (failure.stack ?? ''),
    failure.cause ?? '',
  );
  return { code: failure.code, params: failure.params, retryable: failure.retryable, logId };
}
