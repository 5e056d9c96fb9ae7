import { QueryClient, type QueryKey } from '@tanstack/react-query';
import type { Entity } from '../../shared/contract/events.ts';
import type { Noun } from '../../shared/contract/index.ts';
import type { Job } from '../../shared/contract/jobs.ts';
import { ApiError } from './api-error.ts';
import { onEvent } from './events.ts';

/** Nouns whose answers change when something of an entity was written. */
const touched: Readonly<Record<Entity, readonly Noun[]>> = {
  settings: ['settings'],
  people: ['people'],
  recordings: ['recordings', 'search'],
  fragments: ['fragments', 'recordings', 'cases', 'search'],
  observations: ['observations', 'cases', 'search'],
  cases: ['cases', 'search'],
  avp: ['avp', 'search'],
  jobs: ['jobs'],
  volumes: ['imports'],
  filming: ['filming'],
  bookmarks: ['bookmarks'],
  privacy: ['privacy'],
};

/** An import writes many rows in a row; the page asks once for all of them. */
const gatherMs = 40;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Main says when data changed, so nothing goes stale by itself.
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        retry: (failures, error) => error instanceof ApiError && error.retryable && failures < 2,
      },
    },
  });
}

/** Keeps what the page knows in step with main. @returns how to stop. */
export function followMain(client: QueryClient): () => void {
  const waiting = new Set<Noun>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    const nouns = [...waiting];
    waiting.clear();
    for (const noun of nouns) void client.invalidateQueries({ queryKey: [noun] });
  };
  const stops = [
    onEvent('dataChanged', ({ entity }) => {
      for (const noun of touched[entity]) waiting.add(noun);
      timer ??= setTimeout(flush, gatherMs);
    }),
    onEvent('settingsChanged', (settings) => client.setQueryData(keyOf('settings', 'get', {}), settings)),
    onEvent('jobProgress', (job) => {
      client.setQueryData<Job[]>(keyOf('jobs', 'list', {}), (jobs) => jobs && withJob(jobs, job));
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

/** How an answer is remembered: by noun, procedure and input. */
export function keyOf(noun: Noun, name: string, input: unknown): QueryKey {
  return [noun, name, input];
}

function withJob(jobs: readonly Job[], job: Job): Job[] {
  const known = jobs.some(({ id }) => id === job.id);
  return known ? jobs.map((old) => (old.id === job.id ? job : old)) : [job, ...jobs];
}
