import PQueue from 'p-queue';
import { AppError, isAppError } from '../../../shared/contract/errors.ts';
import type { Filming, FilmingNotice, FilmingRoom } from '../../../shared/contract/filming.ts';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { diskLeft, fits } from '../../../shared/domain/filming.ts';
import { newId } from '../../db/ids.ts';
import { reportFailure } from '../../ipc/report.ts';
import type { Broadcast } from '../../ipc/broadcast.ts';
import type { JobManager } from '../../jobs/job-manager.ts';
import type { MediaStore } from '../../media/store/media-store.ts';
import type { SystemPorts } from '../../shell/system-ports.ts';
import { systemClock, type FilmingClock } from './clock.ts';
import { clearAway } from './clear-away.ts';
import type { FilmingRow } from './filming-rows.ts';
import type { FilmingRepo } from './filming.repo.ts';
import { createLiveFilming, type LiveFilming } from './live-filming.ts';

const watchEveryMs = 1000;

/** Clock and disk as filming sees them; a test hands in its own. */
export interface FilmingWorld {
  readonly clock: FilmingClock;
  readonly freeBytes: () => Promise<number | null>;
}

export interface FilmingDependencies {
  readonly repo: FilmingRepo;
  readonly store: MediaStore;
  readonly jobs: Pick<JobManager, 'ensure' | 'going' | 'forget' | 'whenEnded'>;
  readonly broadcast: Broadcast;
  readonly ports: Pick<SystemPorts, 'power' | 'onPageGone'>;
  readonly world?: Partial<FilmingWorld> | undefined;
}

type EndReason = Parsed<'filming', 'stop'>['reason'];

/** Filming a lesson: the page records, main owns every byte of it. One lesson at a time. */
export function createFilmingService({ repo, store, jobs, broadcast, ports, world }: FilmingDependencies) {
  const { clock = systemClock, freeBytes = () => store.freeBytes() } = world ?? {};
  const { power } = ports;
  // Starting, pausing and stopping wait for each other; chunks do not wait for any of them.
  const turns = new PQueue({ concurrency: 1 });
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => turns.add(work) as Promise<T>;
  let live: LiveFilming | null = null;
  let letSleep: (() => void) | null = null;

  const tell = (filmingId: string, kind: FilmingNotice['kind']): void =>
    broadcast.send('filmingNotice', { filmingId, kind });
  const changed = (id: string): void => broadcast.changed('filming', [id]);
  const row = (id: string): FilmingRow => {
    const found = repo.get(id);
    if (!found) throw new AppError('not-found');
    return found;
  };
  const view = (id: string): Filming => shown(row(id), stateOf);
  const after = (id: string): Filming => {
    changed(id);
    return view(id);
  };
  function stateOf({ id, state }: FilmingRow): Filming['state'] {
    if (state === 'done' || state === 'discarded') return state;
    if (live?.id === id) return state === 'paused' ? 'paused' : 'filming';
    return jobs.going('finish-filming', id) ? 'finishing' : 'unfinished';
  }
  /** @throws AppError `filming-ended` for a lesson that is not being filmed now. */
  const filmingNow = (id?: string): LiveFilming => {
    if (!live || (id !== undefined && live.id !== id)) throw new AppError('filming-ended');
    return live;
  };
  const stayAwake = (wanted: boolean): void => {
    if (wanted) letSleep ??= power.keepAwake();
    else {
      letSleep?.();
      letSleep = null;
    }
  };

  /** The job that makes one recording of it; taken up where there is one already. */
  const finish = (filming: FilmingRow): { jobId: string } => {
    const { id, title } = filming;
    if (filming.size_bytes === 0) throw new AppError('filming-empty');
    const params = { filmingId: id };
    const jobId = jobs.ensure({ kind: 'finish-filming', subjectId: id, label: title, params });
    void jobs.whenEnded(jobId).then(() => changed(id));
    changed(id);
    return { jobId };
  };

  const discardNow = async (id: string): Promise<void> => {
    repo.setState(id, 'discarded');
    await clearAway(repo, store, id);
    changed(id);
  };

  /** Ends the lesson that is being filmed. What cannot be written any more on a full disk is found at the next start. */
  const end = async (reason: EndReason): Promise<{ jobId: string }> => {
    const ending = filmingNow();
    const closing = ending.closeSegment();
    live = null;
    stayAwake(false);
    await closing.catch((error: unknown) => void reportFailure(error, 'filming: last segment'));
    repo.end({ id: ending.id, state: 'finishing', reason, at: clock.wall() });
    if (ending.sizeBytes() === 0) {
      await discardNow(ending.id);
      throw new AppError('filming-empty');
    }
    return finish(row(ending.id));
  };

  const stopOnFullDisk = (filmingId: string): Promise<void> =>
    inTurn(async () => {
      if (live?.id !== filmingId) return;
      try {
        await end('disk-full');
      } catch (error) {
        reportFailure(error, 'filming: disk full');
      }
      tell(filmingId, 'disk-full');
      changed(filmingId);
    });

  let watching = false;
  const watch = async (): Promise<void> => {
    const watched = live;
    // A disk that hangs must not collect questions.
    if (!watched || watching) return;
    watching = true;
    const verdict = await watched.watch().catch((error: unknown) => {
      reportFailure(error, 'filming: watch');
      return isAppError(error) && error.code === 'disk-full' ? ('stop' as const) : null;
    });
    watching = false;
    if (verdict === 'stop') await stopOnFullDisk(watched.id);
  };

  const timer = setInterval(() => void watch(), watchEveryMs);
  timer.unref();
  const onLive = (what: string, work: (filming: LiveFilming) => Promise<void>): void => {
    if (live) work(live).catch((error: unknown) => void reportFailure(error, `filming: ${what}`));
  };
  const deafen = [
    () => clearInterval(timer),
    power.onChange((change) => {
      if (change === 'away') onLive('going away', (filming) => filming.goAway());
      else if (change === 'back') onLive('coming back', (filming) => filming.comeBack());
      else if (change === 'on-battery' && live) tell(live.id, 'on-battery');
    }),
    ports.onPageGone(() => onLive('page gone', (filming) => inTurn(() => filming.closeSegment()))),
  ];

  return {
    async room({ plannedMs, bitsPerSecond }: Parsed<'filming', 'room'>): Promise<FilmingRoom> {
      const free = (await freeBytes()) ?? Number.MAX_SAFE_INTEGER;
      const { leftMs, verdict } = diskLeft({ freeBytes: free, filmedBytes: 0, bitsPerSecond });
      return {
        freeBytes: free,
        leftMs,
        verdict: fits(leftMs, plannedMs) ? verdict : 'refuse',
        onBattery: power.onBattery(),
      };
    },
    list: (): Filming[] => repo.open().map((one) => shown(one, stateOf)),
    /** @throws AppError `already-filming`, `disk-short`. */
    start: (input: Parsed<'filming', 'start'>): Promise<Filming> =>
      inTurn(async () => {
        if (live) throw new AppError('already-filming');
        const free = (await freeBytes()) ?? Number.MAX_SAFE_INTEGER;
        const { leftMs } = diskLeft({ freeBytes: free, filmedBytes: 0, bitsPerSecond: input.bitsPerSecond });
        if (!fits(leftMs, input.plannedMs))
          throw new AppError('disk-short', { minutes: Math.floor(leftMs / 60_000) });
        const id = newId();
        repo.insert({ ...input, id, now: clock.wall() });
        const notify = (kind: FilmingNotice['kind']): void => tell(id, kind);
        const needs = { repo, store, clock, freeBytes, onBattery: () => power.onBattery(), notify };
        live = createLiveFilming({ id, bitsPerSecond: input.bitsPerSecond }, needs);
        stayAwake(true);
        return after(id);
      }),
    openSegment: ({
      filmingId,
      mimeType,
      reason,
    }: Parsed<'filming', 'openSegment'>): Promise<{ segmentId: string }> =>
      inTurn(async () => {
        const segmentId = await filmingNow(filmingId).openSegment(mimeType, reason);
        repo.setState(filmingId, 'filming');
        stayAwake(true);
        changed(filmingId);
        return { segmentId };
      }),
    async append({
      segmentId,
      seq,
      bytes,
    }: Parsed<'filming', 'append'>): Promise<Output<'filming', 'append'>> {
      const filming = filmingNow();
      try {
        const nextSeq = await filming.append(segmentId, seq, bytes);
        const room = await filming.room();
        return { nextSeq, savedMs: filming.savedMs(), sizeBytes: filming.sizeBytes(), room };
      } catch (error) {
        if (isAppError(error) && error.code === 'disk-full') await stopOnFullDisk(filming.id);
        throw error;
      }
    },
    /** Closing twice, or what was closed by the laptop going to sleep, is no failure. */
    closeSegment: (segmentId: string): Promise<void> =>
      inTurn(async () => {
        if (live?.segmentId() === segmentId) await live.closeSegment();
      }),
    pause: (filmingId: string): Promise<Filming> =>
      inTurn(async () => {
        await filmingNow(filmingId).closeSegment();
        repo.setState(filmingId, 'paused');
        stayAwake(false);
        return after(filmingId);
      }),
    resume: (filmingId: string): Promise<Filming> =>
      inTurn(async () => {
        filmingNow(filmingId);
        repo.setState(filmingId, 'filming');
        stayAwake(true);
        return after(filmingId);
      }),
    /** @throws AppError `not-found`, `filming-ended` once it is a recording. */
    flag({ segmentId, offsetMs }: Parsed<'filming', 'flag'>): Output<'filming', 'flag'> {
      const segment = repo.segment(segmentId);
      if (!segment) throw new AppError('not-found');
      const filmingId = segment.filming_id;
      if (row(filmingId).recording_id !== null) throw new AppError('filming-ended');
      const id = newId();
      repo.insertFlag({ id, filmingId, segmentId, offsetMs });
      changed(filmingId);
      return { id, flags: row(filmingId).flags };
    },
    /** Stopping what has stopped already answers the same work. @throws AppError `filming-empty`. */
    stop: ({ filmingId, reason }: Parsed<'filming', 'stop'>): Promise<{ jobId: string }> =>
      inTurn(async () => (live?.id === filmingId ? end(reason) : finish(row(filmingId)))),
    rescue: (filmingId: string): Promise<{ jobId: string }> =>
      inTurn(async () => {
        if (live?.id === filmingId) throw new AppError('already-filming');
        return finish(row(filmingId));
      }),
    /** @throws AppError `filming-ended` once it is a recording. */
    discard: (filmingId: string): Promise<void> =>
      inTurn(async () => {
        if (row(filmingId).recording_id !== null) throw new AppError('filming-ended');
        if (live?.id === filmingId) {
          const closing = live.closeSegment();
          live = null;
          stayAwake(false);
          await closing;
        }
        await jobs.forget('finish-filming', filmingId);
        await discardNow(filmingId);
      }),
    /** Once a second by itself; a test need not wait. */
    watch,
    /** The app closes: what is being filmed is closed whole and made a recording of at the next start. */
    close: (): Promise<void> =>
      inTurn(async () => {
        for (const stop of deafen) stop();
        if (!live) return;
        await end('app-stopped').catch((error: unknown) => void reportFailure(error, 'filming: closing'));
      }),
  };
}

export type FilmingService = ReturnType<typeof createFilmingService>;

function shown(row: FilmingRow, stateOf: (row: FilmingRow) => Filming['state']): Filming {
  return {
    id: row.id,
    state: stateOf(row),
    title: row.title,
    ownerId: row.owner_id,
    filmedById: row.filmed_by_id,
    plannedMs: row.planned_ms,
    startedAt: row.started_at,
    savedMs: row.saved_ms,
    sizeBytes: row.size_bytes,
    segments: row.segments,
    flags: row.flags,
    recordingId: row.recording_id,
  };
}
