import type { Job, JobKind } from '../../../shared/contract/jobs.ts';
import { useCall } from '../../api/queries.ts';

export interface Jobs {
  readonly all: readonly Job[];
  /** Queued or running. */
  readonly going: readonly Job[];
  /** Failed or interrupted: someone has to say what to do. */
  readonly waiting: readonly Job[];
  /** What someone asked for and is over; what the program does by itself ends in silence. */
  readonly ended: readonly Job[];
  /** 0–1 over everything that is going. */
  readonly progress: number;
}

const asked: ReadonlySet<JobKind> = new Set(['import', 'cut', 'finish-filming']);

/** All long work, as it is now. */
export function useJobs(): Jobs {
  const { data: all = [] } = useCall('jobs', 'list', {});
  const going = all.filter(({ state }) => state === 'queued' || state === 'running');
  return {
    all,
    going,
    waiting: all.filter(({ state }) => state === 'failed' || state === 'interrupted'),
    ended: all.filter(({ state, kind }) => asked.has(kind) && (state === 'done' || state === 'cancelled')),
    progress: going.reduce((sum, job) => sum + job.progress, 0) / Math.max(1, going.length),
  };
}
