import type { Job } from '../../../shared/contract/jobs.ts';
import { useCall } from '../../api/queries.ts';

export interface Jobs {
  readonly all: readonly Job[];
  /** Queued or running. */
  readonly going: readonly Job[];
  /** Failed or interrupted: someone has to say what to do. */
  readonly waiting: readonly Job[];
  readonly ended: readonly Job[];
  /** 0–1 over everything that is going. */
  readonly progress: number;
}

/** All long work, as it is now. */
export function useJobs(): Jobs {
  const { data: all = [] } = useCall('jobs', 'list', {});
  const going = all.filter(({ state }) => state === 'queued' || state === 'running');
  return {
    all,
    going,
    waiting: all.filter(({ state }) => state === 'failed' || state === 'interrupted'),
    ended: all.filter(({ state }) => state === 'done' || state === 'cancelled'),
    progress: going.reduce((sum, job) => sum + job.progress, 0) / Math.max(1, going.length),
  };
}
