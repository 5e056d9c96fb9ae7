import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { codeOf, knownCode } from '../api/api-error.ts';
import type { ErrorParams } from '../../shared/contract/errors.ts';

/** Anything thrown by a call, or an error that came inside an answer (a job's, a refusal). */
export type SayableError = unknown;

interface Coded {
  readonly code: string;
  readonly params: ErrorParams;
}

/** Says a failure in a sentence: `errors:<code>` filled with its params. */
export function useErrorSentence(): (error: SayableError) => string {
  const { t } = useTranslation('errors');
  return (error) => sentenceOf(error, t);
}

export function sentenceOf(error: SayableError, t: TFunction<'errors'>): string {
  const code = isCoded(error) ? knownCode(error.code) : codeOf(error);
  return t(code, isCoded(error) ? error.params : {});
}

function isCoded(error: unknown): error is Coded {
  return typeof error === 'object' && error !== null && 'code' in error && 'params' in error;
}
