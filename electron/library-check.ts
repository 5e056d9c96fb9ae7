import type { StartUpReport } from '../shared/contract/settings.ts';
import { asAppError } from './db/errors.ts';
import type { JobManager } from './jobs/job-manager.ts';
import type { JobRepo } from './jobs/job.repo.ts';
import type { MediaStore } from './media/store/media-store.ts';
import { log } from './shell/log.ts';

export interface LibraryCheck {
  readonly store: MediaStore;
  readonly jobs: JobManager;
  readonly jobRepo: JobRepo;
  /** Every media key that a row knows. */
  readonly knownKeys: () => ReadonlySet<string>;
  /** Makes the daily copy of the database when it is due. @returns when the newest was made. */
  readonly backUp: () => Promise<number>;
}

const derived = /\/(proxy\.mp4|waveform\.peaks|filmstrip-\d+\.jpg)$/;

/**
 * What start-up finds after a crash: work that stopped halfway (put back or offered), part files nobody will finish
 * (removed), and whole files that no row knows (counted, never removed: they may be somebody's lesson).
 */
export async function checkLibrary({
  store,
  jobs,
  jobRepo,
  knownKeys,
  backUp,
}: LibraryCheck): Promise<StartUpReport> {
  const interruptedJobs = jobs.recover();
  const going = [
    ...jobRepo.listInState('interrupted'),
    ...jobRepo.listInState('failed'),
    ...jobRepo.listInState('running'),
  ];
  const waiting = [...going, ...jobRepo.listInState('queued')].map((job) => job.id);
  const sweptParts = await store.sweep(new Set(waiting));
  const known = knownKeys();
  let orphans = 0;
  for await (const key of store.list()) {
    if (!known.has(key) && !derived.test(key)) orphans += 1;
  }
  if (interruptedJobs + sweptParts + orphans > 0)
    log.warn('start-up found', { interruptedJobs, sweptParts, orphans });
  const backupAt = await backUp().catch((error: unknown) => {
    // A full disk must not keep anybody from their library; the home screen shows that there is no fresh copy.
    log.warn('no backup', asAppError(error).code);
    return null;
  });
  return { interruptedJobs, sweptParts, orphans, backupAt };
}
