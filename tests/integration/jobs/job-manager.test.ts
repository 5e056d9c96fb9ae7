import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase, type Db } from '../../../electron/db/open.ts';
import { createBroadcast } from '../../../electron/ipc/broadcast.ts';
import { createJobRepo } from '../../../electron/jobs/job.repo.ts';
import { jobWorker, type JobContext } from '../../../electron/jobs/job-kinds.ts';
import { JobManager } from '../../../electron/jobs/job-manager.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Job, JobKind } from '../../../shared/contract/jobs.ts';
import { temporaryFolder } from '../../fixtures/clips.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let db: Db;
let told: Job[];
beforeEach(async () => {
  folder = await temporaryFolder();
  db = await openDatabase(join(folder.path, 'drieluik.db'));
  told = [];
});
afterEach(async () => {
  db.close();
  await folder.remove();
});

type Work = (context: JobContext, name: string) => Promise<void>;

function managerFor(kinds: Partial<Record<JobKind, Work>>, resumesItself = false): JobManager {
  const jobs = new JobManager(
    createJobRepo(db),
    createBroadcast((name, payload) => {
      if (name === 'jobProgress') told.push(payload as Job);
    }),
  );
  for (const [kind, work] of Object.entries(kinds)) {
    const lane = kind === 'import' ? 'import' : kind === 'cut' ? 'cut' : 'background';
    jobs.addWorker(
      jobWorker({
        kind: kind as JobKind,
        lane,
        resumesItself,
        params: z.object({ name: z.string() }),
        async run({ name }, context) {
          await work(context, name);
          return { resultId: null };
        },
      }),
    );
  }
  return jobs;
}

const add = (jobs: JobManager, kind: JobKind, name: string): string =>
  jobs.enqueue({ kind, subjectId: name, label: name, params: { name } });

describe('long work', () => {
  it('runs a lane in order and lanes beside each other', async () => {
    const order: string[] = [];
    const slow: Work = async (_context, name) => {
      order.push(`${name} begins`);
      await pause(40);
      order.push(`${name} ends`);
    };
    const jobs = managerFor({ import: slow, cut: slow });
    const ids = [add(jobs, 'import', 'a'), add(jobs, 'import', 'b'), add(jobs, 'cut', 'c')];
    await Promise.all(ids.map((id) => jobs.whenEnded(id)));
    expect(order.indexOf('b begins')).toBeGreaterThan(order.indexOf('a ends'));
    expect(order.indexOf('c begins')).toBeLessThan(order.indexOf('a ends'));
  });

  it('tells progress that never goes back', async () => {
    const jobs = managerFor({
      import: async ({ progress }) => {
        for (const fraction of [0.2, 0.6, 0.4, 0.1, 0.7, 2]) {
          progress(fraction);
          await pause(60);
        }
      },
    });
    const ended = await jobs.whenEnded(add(jobs, 'import', 'a'));
    const fractions = told.map((job) => job.progress);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(ended).toMatchObject({ state: 'done', progress: 1 });
  });

  it('stops work that is cancelled, and keeps work that failed with its code', async () => {
    const jobs = managerFor({
      import: async ({ signal }) => {
        await pause(5000, undefined, { signal });
      },
      cut: () => Promise.reject(new AppError('disk-full')),
    });
    const long = add(jobs, 'import', 'a');
    const waiting = add(jobs, 'import', 'b');
    const failing = add(jobs, 'cut', 'c');
    await pause(20);
    jobs.cancel(waiting);
    jobs.cancel(long);
    expect((await jobs.whenEnded(long)).state).toBe('cancelled');
    expect((await jobs.whenEnded(waiting)).state).toBe('cancelled');
    expect(await jobs.whenEnded(failing)).toMatchObject({
      state: 'failed',
      error: { code: 'disk-full', retryable: true },
    });
    expect(() => jobs.cancel(long)).toThrow('job-not-cancellable');
  });

  it('tells those who wait for work that it was cancelled before it began', async () => {
    const jobs = managerFor({ import: () => pause(60) });
    const first = add(jobs, 'import', 'a');
    const waiting = add(jobs, 'import', 'b');
    const ended = jobs.whenEnded(waiting);
    jobs.cancel(waiting);
    expect((await ended).state).toBe('cancelled');
    await jobs.whenEnded(first);
  });

  it('survives that the end of work cannot be written: the next start finds it', async () => {
    const jobs = managerFor({
      import: () => {
        // As on a full disk: nothing can be written any more.
        db.pragma('query_only = ON');
        return Promise.reject(new AppError('disk-full'));
      },
    });
    const id = add(jobs, 'import', 'a');
    await jobs.whenEnded(id);
    db.pragma('query_only = OFF');
    expect(createJobRepo(db).get(id)?.state).toBe('running');
    const later = managerFor({ import: () => Promise.resolve() });
    expect(later.recover()).toBe(1);
    later.resume(id);
    expect((await later.whenEnded(id)).state).toBe('done');
  });

  it('offers work that a crash interrupted, and takes it up on request', async () => {
    let runs = 0;
    const repo = createJobRepo(db);
    const id = '01890000-0000-7000-8000-000000000001';
    repo.insert({ id, kind: 'import', subjectId: 'a', label: 'a', params: { name: 'a' }, now: 1 });
    repo.setState(id, { state: 'running', progress: 0, resultId: null, error: null, now: 2 });
    const jobs = managerFor({
      import: () => {
        runs += 1;
        return Promise.resolve();
      },
    });
    expect(jobs.recover()).toBe(1);
    expect(jobs.list()[0]).toMatchObject({ state: 'interrupted', error: { code: 'job-interrupted' } });
    jobs.resume(id);
    expect((await jobs.whenEnded(id)).state).toBe('done');
    expect(runs).toBe(1);
  });

  it('goes on by itself with work that loses nothing by starting again', async () => {
    const repo = createJobRepo(db);
    const id = '01890000-0000-7000-8000-000000000002';
    repo.insert({ id, kind: 'filmstrip', subjectId: 'a', label: 'a', params: { name: 'a' }, now: 1 });
    repo.setState(id, { state: 'running', progress: 0, resultId: null, error: null, now: 2 });
    const jobs = managerFor({ filmstrip: () => Promise.resolve() }, true);
    expect(jobs.recover()).toBe(0);
    expect((await jobs.whenEnded(id)).state).toBe('done');
  });

  it('leaves work of a kind it does not know to the version that does, and takes up all other work', async () => {
    const repo = createJobRepo(db);
    const unknown = '01890000-0000-7000-8000-000000000003';
    const running = '01890000-0000-7000-8000-000000000004';
    const queued = '01890000-0000-7000-8000-000000000005';
    for (const [id, kind] of [
      [unknown, 'subtitles' as JobKind],
      [running, 'import'],
      [queued, 'filmstrip'],
    ] as const)
      repo.insert({ id, kind, subjectId: 'a', label: 'a', params: { name: 'a' }, now: 1 });
    for (const id of [unknown, running])
      repo.setState(id, { state: 'running', progress: 0, resultId: null, error: null, now: 2 });
    const jobs = managerFor({ import: () => Promise.resolve(), filmstrip: () => Promise.resolve() });
    expect(jobs.recover()).toBe(1);
    expect((await jobs.whenEnded(queued)).state).toBe('done');
    expect(
      jobs
        .list()
        .map((job) => job.id)
        .sort(),
    ).toEqual([running, queued]);
    expect(db.prepare('SELECT state FROM jobs WHERE id = ?').pluck().get(unknown)).toBe('running');
  });
});
