import { AppError } from '../shared/contract/errors.ts';
import type { StartUpReport } from '../shared/contract/settings.ts';
import type { Db } from './db/open.ts';
import { avpHandlers } from './features/avp/avp.handlers.ts';
import { createAvpRepo } from './features/avp/avp.repo.ts';
import { createAvpService } from './features/avp/avp.service.ts';
import { bookmarksHandlers } from './features/bookmarks/bookmarks.handlers.ts';
import { createBookmarksRepo } from './features/bookmarks/bookmarks.repo.ts';
import { createBookmarksService } from './features/bookmarks/bookmarks.service.ts';
import { casesHandlers } from './features/cases/cases.handlers.ts';
import { createCasesRepo } from './features/cases/cases.repo.ts';
import { createCasesService } from './features/cases/cases.service.ts';
import { finishWorker } from './features/filming/finish-job.ts';
import { filmingHandlers } from './features/filming/filming.handlers.ts';
import { createFilmingRepo } from './features/filming/filming.repo.ts';
import { createFilmingService, type FilmingWorld } from './features/filming/filming.service.ts';
import { createFilmingSetupService } from './features/filming/filming-setup.service.ts';
import { recoverFilmings } from './features/filming/recover.ts';
import { cutWorker } from './features/fragments/cut-job.ts';
import { fragmentsHandlers } from './features/fragments/fragments.handlers.ts';
import { createFragmentsRepo } from './features/fragments/fragments.repo.ts';
import { createFragmentsService } from './features/fragments/fragments.service.ts';
import { importWorker } from './features/imports/import-job.ts';
import { importsHandlers } from './features/imports/imports.handlers.ts';
import { createImportsService } from './features/imports/imports.service.ts';
import { observationsHandlers } from './features/observations/observations.handlers.ts';
import { createObservationsRepo } from './features/observations/observations.repo.ts';
import { createObservationsService } from './features/observations/observations.service.ts';
import { peopleHandlers } from './features/people/people.handlers.ts';
import { createPeopleRepo } from './features/people/people.repo.ts';
import { createPeopleService } from './features/people/people.service.ts';
import { privacyHandlers } from './features/privacy/privacy.handlers.ts';
import { createPrivacyRepo } from './features/privacy/privacy.repo.ts';
import { createPrivacyService } from './features/privacy/privacy.service.ts';
import { recordingsHandlers } from './features/recordings/recordings.handlers.ts';
import { createRecordingsRepo } from './features/recordings/recordings.repo.ts';
import { createRecordingsService } from './features/recordings/recordings.service.ts';
import { searchHandlers } from './features/search/search.handlers.ts';
import { createSearchRepo } from './features/search/search.repo.ts';
import { settingsHandlers } from './features/settings/settings.handlers.ts';
import { createSettingsRepo } from './features/settings/settings.repo.ts';
import { createSettingsService } from './features/settings/settings.service.ts';
import { createStillsService } from './features/stills/stills.service.ts';
import type { Broadcast } from './ipc/broadcast.ts';
import type { AllHandlers } from './ipc/register.ts';
import { jobsHandlers } from './jobs/jobs.handlers.ts';
import type { JobManager } from './jobs/job-manager.ts';
import { createMediaSource } from './media-source.ts';
import { filmstripWorker } from './media/filmstrip/filmstrip-job.ts';
import type { MediaTools } from './media/media-tools.ts';
import { proxyWorker } from './media/proxy/proxy-job.ts';
import type { MediaStore } from './media/store/media-store.ts';
import { waveformWorker } from './media/waveform/waveform-job.ts';
import type { MediaSource } from './shell/protocols/media.ts';
import type { SystemPorts } from './shell/system-ports.ts';

export interface FeatureNeeds {
  readonly db: Db;
  readonly broadcast: Broadcast;
  readonly store: MediaStore;
  readonly jobs: JobManager;
  readonly tools: MediaTools;
  readonly ports: SystemPorts;
  readonly libraryFolder: string;
  /** Clock and disk as filming sees them; only a test hands in its own. */
  readonly filmingWorld?: Partial<FilmingWorld> | undefined;
  readonly startUpReport: () => Promise<StartUpReport>;
}

/** The one place where features meet: each is handed what it may use of another. */
export function createFeatures(needs: FeatureNeeds): {
  handlers: AllHandlers;
  media: MediaSource;
  knownKeys: () => ReadonlySet<string>;
  filming: { recover(): Promise<void>; close(): Promise<void> };
} {
  const { db, broadcast, store, jobs, tools, ports } = needs;
  const recordingsRepo = createRecordingsRepo(db);
  const settingsRepo = createSettingsRepo(db);
  const whoIsHere = (): string | null => settings.get().currentPersonId;
  const recordings = createRecordingsService({ repo: recordingsRepo, store, broadcast, whoIsHere });
  const fragmentsRepo = createFragmentsRepo(db);
  const fragments = createFragmentsService({
    repo: fragmentsRepo,
    jobs,
    recordings: recordings.media,
    broadcast,
  });
  const imports = createImportsService({
    jobs,
    recordings: recordingsRepo,
    store,
    prober: tools.prober,
    ports,
  });
  const stills = createStillsService({ recordings: recordings.media, store, ...tools, ports });
  const fragmentsByIds = fragments.byIds;

  const work = { store, ...tools, recordings: recordings.media, broadcast };
  jobs.addWorker(importWorker({ ...work, recordings: { ...recordingsRepo, insert: insertAndTell }, jobs }));
  jobs.addWorker(cutWorker({ ...work, repo: fragmentsRepo }));
  for (const worker of [filmstripWorker(work), waveformWorker(work), proxyWorker(work)])
    jobs.addWorker(worker);

  function insertAndTell(recording: Parameters<typeof recordingsRepo.insert>[0]): void {
    recordingsRepo.insert(recording);
    broadcast.changed('recordings', [recording.id]);
  }

  const settings = createSettingsService({
    repo: settingsRepo,
    broadcast,
    systemLocale: ports.systemLocale,
    startUpReport: needs.startUpReport,
    showLibraryFolder: () => ports.showFolder(needs.libraryFolder),
    diagnostics: async () => ({
      appVersion: ports.appVersion,
      libraryFreeBytes: await store.freeBytes(),
      binaries: await tools.report(),
    }),
  });

  const bookmarksRepo = createBookmarksRepo(db);
  const lengthOf = (id: string): number => {
    const row = recordingsRepo.get(id);
    if (!row) throw new AppError('not-found');
    return row.duration_ms;
  };
  const filmingRepo = createFilmingRepo(db);
  const filming = createFilmingService({
    repo: filmingRepo,
    store,
    jobs,
    broadcast,
    ports,
    world: needs.filmingWorld,
  });

  jobs.addWorker(
    finishWorker({
      ...work,
      repo: filmingRepo,
      jobs,
      recordings: recordingsRepo,
      addBookmark: (bookmark) => bookmarksRepo.insert({ ...bookmark, now: Date.now() }),
      onMade(id) {
        broadcast.changed('recordings', [id]);
        broadcast.changed('filming', [id]);
      },
    }),
  );

  const handlers: AllHandlers = {
    settings: settingsHandlers(settings),
    people: peopleHandlers(createPeopleService({ repo: createPeopleRepo(db), broadcast })),
    imports: importsHandlers(imports),
    recordings: recordingsHandlers(recordings),
    fragments: fragmentsHandlers(fragments),
    observations: observationsHandlers(
      createObservationsService({ repo: createObservationsRepo(db), broadcast }),
    ),
    cases: casesHandlers(createCasesService({ repo: createCasesRepo(db), broadcast, fragmentsByIds })),
    avp: avpHandlers(createAvpService({ repo: createAvpRepo(db), broadcast })),
    jobs: jobsHandlers(jobs),
    search: searchHandlers(createSearchRepo(db)),
    stills,
    filming: filmingHandlers(filming, createFilmingSetupService({ kept: settingsRepo, broadcast })),
    bookmarks: bookmarksHandlers(createBookmarksService({ repo: bookmarksRepo, broadcast, lengthOf })),
    privacy: privacyHandlers(createPrivacyService({ repo: createPrivacyRepo(db), broadcast })),
  };
  const media = createMediaSource({
    store,
    playableRecording: recordings.playable,
    fragmentKey: fragmentsRepo.mediaKey,
    offeredStill: (offerId, clipId) => stills.ofFile(imports.firstPath(offerId, clipId)),
  });
  const knownKeys = (): ReadonlySet<string> =>
    new Set([
      ...recordingsRepo.mediaKeys().map((row) => row.mediaKey),
      ...fragmentsRepo.mediaKeys(),
      ...filmingRepo.mediaKeys(),
    ]);
  return {
    handlers,
    media,
    knownKeys,
    filming: { recover: () => recoverFilmings(filmingRepo, store, Date.now()), close: filming.close },
  };
}
