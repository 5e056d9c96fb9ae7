import { queryOptions, useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { CaseSummary } from '../../shared/contract/cases.ts';
import type { Recording } from '../../shared/contract/recordings.ts';
import { call } from './client.ts';
import { keyOf } from './query-client.ts';

const pageSize = 100;

interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}
interface Items {
  readonly recordings: Recording;
  readonly cases: CaseSummary;
}
type Paged = keyof Items;
type Asked = { readonly limit: number; readonly offset: number };

/** Nouns whose `list` is answered in pages. */
const lists: { readonly [N in Paged]: (asked: Asked) => Promise<Page<Items[N]>> } = {
  recordings: (asked) => call('recordings', 'list', asked),
  cases: (asked) => call('cases', 'list', asked),
};

export interface Pages<T> {
  readonly total: number;
  /** Undefined while its page is still being asked for. */
  readonly at: (index: number) => T | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  /** Tell which places are in sight: those are asked for. */
  readonly onShown: (first: number, last: number) => void;
}

/** A long list in the order main keeps, asked for by the hundred as it is looked at. */
export function usePages<N extends Paged>(noun: N): Pages<Items[N]> {
  const client = useQueryClient();
  const [shown, setShown] = useState({ first: 0, last: 20 });
  const onShown = useCallback(
    (first: number, last: number) =>
      setShown((old) => (old.first === first && old.last === last ? old : { first, last })),
    [],
  );
  const from = Math.floor(Math.max(0, shown.first) / pageSize);
  const pages = Array.from(
    { length: Math.floor(Math.max(0, shown.last) / pageSize) - from + 1 },
    (_, n) => from + n,
  );
  const askPage = (page: number) => {
    const asked = { limit: pageSize, offset: page * pageSize };
    return queryOptions({ queryKey: keyOf(noun, 'list', asked), queryFn: () => lists[noun](asked) });
  };
  const answers = useQueries({ queries: pages.map(askPage) });
  const page = (at: number) => answers[at - from]?.data ?? client.getQueryData(askPage(at).queryKey);
  return {
    total: answers.find(({ data }) => data)?.data?.total ?? 0,
    at: (index) => page(Math.floor(index / pageSize))?.items[index % pageSize],
    error: answers.find(({ error }) => error)?.error ?? null,
    isPending: answers.every(({ isPending }) => isPending),
    onShown,
  };
}
