import {
  queryOptions,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Input, Noun, Output, ProcedureName } from '../../shared/contract/index.ts';
import { call } from './client.ts';
import { keyOf } from './query-client.ts';

/** A call as query options, for prefetching or several at once. */
export function asking<N extends Noun, P extends ProcedureName<N>>(noun: N, name: P, input: Input<N, P>) {
  return queryOptions({ queryKey: keyOf(noun, name, input), queryFn: () => call(noun, name, input) });
}

/** Asks main and stays in step with it: `const cases = useCall('cases', 'list', {})`. `null` asks nothing yet. */
export function useCall<N extends Noun, P extends ProcedureName<N>>(
  noun: N,
  name: P,
  input: Input<N, P> | null,
): UseQueryResult<Output<N, P>> {
  return useQuery({
    queryKey: keyOf(noun, name, input),
    queryFn: () => call(noun, name, input as Input<N, P>),
    enabled: input !== null,
  });
}

/** Something to do in main: `const rename = useAction('cases', 'rename'); rename.mutate({…})`. */
export function useAction<N extends Noun, P extends ProcedureName<N>>(
  noun: N,
  name: P,
): UseMutationResult<Output<N, P>, Error, Input<N, P>> {
  return useMutation({ mutationFn: (input: Input<N, P>) => call(noun, name, input) });
}
