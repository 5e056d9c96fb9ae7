import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { asAppError } from './db/errors.ts';
import { dailyBackup, makeBackup, nameBackup } from './db/backup.ts';
import { openDatabase, type Db } from './db/open.ts';
import { createFeatures, type FeatureNeeds } from './features.ts';
import { createBroadcast } from './ipc/broadcast.ts';
import type { AllHandlers } from './ipc/register.ts';
import { createJobRepo } from './jobs/job.repo.ts';
import { JobManager } from './jobs/job-manager.ts';
import { checkLibrary } from './library-check.ts';
import { createMediaTools } from './media/media-tools.ts';
import { createFileStore } from './media/store/file-store.ts';
import { log } from './shell/log.ts';
import type { MediaSource } from './shell/protocols/media.ts';
import type { SystemPorts } from './shell/system-ports.ts';

/** What the services need from the shell; a test or the demo hands in its own. */
export interface ServiceOptions extends SystemPorts {
  /** Folder of the library: database and media. Made when it is not there. */
  readonly libraryFolder: string;
  /** Reaches every open window. */
  readonly sink: (name: string, payload: unknown) => void;
  /** Clock and disk as filming sees them; only a test hands in its own. */
  readonly filmingWorld?: FeatureNeeds['filmingWorld'];
}

export interface Services {
  readonly db: Db;
  readonly jobs: JobManager;
  readonly handlers: AllHandlers;
  readonly media: MediaSource;
  /** Resolves when what a crash left has been looked at. */
  readonly checked: Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Opens the library and ties every feature to what it needs.
 * @throws AppError `library-newer`, `library-damaged`, `library-missing`, `library-read-only`, `disk-full`.
 */
export async function createServices(options: ServiceOptions): Promise<Services> {
  const mediaFolder = join(options.libraryFolder, 'media');
  await mkdir(mediaFolder, { recursive: true }).catch((error: unknown) => {
    throw asAppError(error);
  });
  const backups = join(options.libraryFolder, 'backups');
  const db = await openDatabase(join(options.libraryFolder, 'drieluik.db'), (old) =>
    makeBackup(old, backups),
  ).catch((error: unknown) => nameBackup(error, backups));
  const broadcast = createBroadcast(options.sink);
  const store = createFileStore(mediaFolder);
  const jobRepo = createJobRepo(db);
  const jobs = new JobManager(jobRepo, broadcast);
  const tools = createMediaTools(options.resourcesFolder);
  const { handlers, media, knownKeys, filming } = createFeatures({
    db,
    broadcast,
    store,
    jobs,
    tools,
    ports: options,
    libraryFolder: options.libraryFolder,
    filmingWorld: options.filmingWorld,
    startUpReport: () => checked,
  });
  await filming.recover().catch((error: unknown) => {
    // A lesson that cannot be looked at now is offered with what was known of it.
    log.warn('unfinished filmings not looked at', asAppError(error).code);
  });
  // Beside the first screen, not before it: a library of years has many files to look at.
  const checked = checkLibrary({ store, jobs, jobRepo, knownKeys, backUp: () => dailyBackup(db, backups) });
  return {
    db,
    jobs,
    handlers,
    media,
    checked,
    async close() {
      await filming.close();
      await jobs.close();
      db.close();
    },
  };
}
