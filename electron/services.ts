import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { asAppError } from './db/errors.ts';
import { openDatabase, type Db } from './db/open.ts';
import { createBroadcast } from './ipc/broadcast.ts';
import type { AllHandlers } from './ipc/register.ts';
import { createJobRepo } from './jobs/job.repo.ts';
import { JobManager } from './jobs/job-manager.ts';
import { jobsHandlers } from './jobs/jobs.handlers.ts';
import { createFileStore } from './media/store/file-store.ts';
import type { MediaSource } from './shell/protocols/media.ts';
import type { SystemPorts } from './shell/system-ports.ts';

/** What the services need from the shell; a test or the demo hands in its own. */
export interface ServiceOptions extends SystemPorts {
  /** Folder of the library: database and media. Made when it is not there. */
  readonly libraryFolder: string;
  /** Reaches every open window. */
  readonly sink: (name: string, payload: unknown) => void;
}

export interface Services {
  readonly db: Db;
  readonly jobs: JobManager;
  readonly handlers: AllHandlers;
  readonly media: MediaSource;
  close(): Promise<void>;
}

/**
 * Opens the library and ties every feature to what it needs: the one place where features meet.
 * @throws AppError `library-newer`, `library-damaged`, `library-missing`, `library-read-only`, `disk-full`.
 */
export async function createServices(options: ServiceOptions): Promise<Services> {
  await mkdir(options.libraryFolder, { recursive: true }).catch((error: unknown) => {
    throw asAppError(error);
  });
  const db = await openDatabase(join(options.libraryFolder, 'drieluik.db'));
  const broadcast = createBroadcast(options.sink);
  const store = createFileStore(join(options.libraryFolder, 'media'));
  const jobs = new JobManager(createJobRepo(db), broadcast);

  const handlers: AllHandlers = {
    jobs: jobsHandlers(jobs),
  } as Partial<AllHandlers> as AllHandlers;

  jobs.recover();
  return {
    db,
    jobs,
    handlers,
    media: { store, find: () => Promise.resolve(null) },
    async close() {
      await jobs.close();
      db.close();
    },
  };
}
