import type { z } from 'zod';
import type { Answer } from '../../shared/contract/channels.ts';
import {
  contract,
  type Input,
  type Noun,
  type Output,
  type ProcedureName,
} from '../../shared/contract/index.ts';
import type { Procedure } from '../../shared/contract/procedure.ts';
import { ApiError } from './api-error.ts';
import { bridge } from './bridge.ts';

/**
 * Asks the main process something and checks the answer against the contract.
 * @throws ApiError with the code of main; `internal` when the answer is not what was agreed.
 */
export async function call<N extends Noun, P extends ProcedureName<N>>(
  noun: N,
  name: P,
  input: Input<N, P>,
): Promise<Output<N, P>> {
  return checked(noun, name, await bridge().call(`${noun}.${name}`, input));
}

/** Offers files that were dropped on the window; only the preload learns where they are. */
export async function offerFiles(files: readonly File[]): Promise<Output<'imports', 'offerDropped'>> {
  return checked('imports', 'offerDropped', await bridge().offerFiles(files));
}

function checked<N extends Noun, P extends ProcedureName<N>>(noun: N, name: P, answer: Answer): Output<N, P> {
  if (!answer.ok) throw new ApiError(answer.error);
  const procedures: Readonly<Record<string, Procedure>> = contract[noun];
  const parsed = procedures[name]?.output.safeParse(answer.data);
  if (parsed?.success) return parsed.data as z.output<Procedure['output']> as Output<N, P>;
  throw new ApiError({ code: 'internal', params: { call: `${noun}.${name}` }, retryable: false, logId: '' });
}
