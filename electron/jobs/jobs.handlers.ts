import type { Handlers } from '../../shared/contract/index.ts';
import type { JobManager } from './job-manager.ts';

/** What the page may do with long work. */
export function jobsHandlers(jobs: JobManager): Handlers<'jobs'> {
  return {
    list: () => jobs.list(),
    cancel: ({ id }) => {
      jobs.cancel(id);
      return { ok: true };
    },
    resume: ({ id }) => jobs.resume(id),
    dismiss: ({ id }) => {
      jobs.dismiss(id);
      return { ok: true };
    },
  };
}
