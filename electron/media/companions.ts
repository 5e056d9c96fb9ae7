import type { JobManager } from '../jobs/job-manager.ts';
import type { Imported } from './new-recording.ts';

/** Queues what is made beside a new recording. It can be marked meanwhile, and played unless it needs a proxy. */
export function enqueueCompanions(
  jobs: Pick<JobManager, 'enqueue'>,
  recordingId: string,
  made: Imported,
): void {
  const subject = { subjectId: recordingId, label: made.title, params: { recordingId } };
  jobs.enqueue({ kind: 'filmstrip', ...subject });
  if (made.hasSound) jobs.enqueue({ kind: 'waveform', ...subject });
  if (made.proxyNeeded) jobs.enqueue({ kind: 'proxy', ...subject });
}
