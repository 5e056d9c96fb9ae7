import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { Recording } from '../../../shared/contract/recordings.ts';
import { asking } from '../../api/queries.ts';

const pageSize = 100;

export interface RecordingWindow {
  readonly total: number;
  /** Undefined while its page is still being asked for. */
  readonly at: (index: number) => Recording | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
}

/** The recordings between two places in the list, newest first, asked for by the hundred. */
export function useRecordings(first: number, last: number): RecordingWindow {
  const client = useQueryClient();
  const from = Math.floor(Math.max(0, first) / pageSize);
  const pages = Array.from(
    { length: Math.floor(Math.max(0, last) / pageSize) - from + 1 },
    (_, n) => from + n,
  );
  const askPage = (page: number) =>
    asking('recordings', 'list', { limit: pageSize, offset: page * pageSize });
  const answers = useQueries({ queries: pages.map(askPage) });
  const page = (at: number) => answers[at - from]?.data ?? client.getQueryData(askPage(at).queryKey);
  return {
    total: answers.find(({ data }) => data)?.data?.total ?? 0,
    at: (index) => page(Math.floor(index / pageSize))?.items[index % pageSize],
    error: answers.find(({ error }) => error)?.error ?? null,
    isPending: answers.every(({ isPending }) => isPending),
  };
}
