import PQueue from 'p-queue';
import { AppError } from '../../shared/contract/errors.ts';
import type { Job, JobKind, JobState } from '../../shared/contract/jobs.ts';
import type { Broadcast } from '../ipc/broadcast.ts';
import { reportFailure } from '../ipc/report.ts';
import { newId } from '../db/ids.ts';
import type { JobRepo, StoredJob } from './job.repo.ts';
import type { JobWorker } from './job-kinds.ts';
import { createProgress, type Progress } from './progress.ts';

interface Running {
  readonly abort: AbortController;
  readonly progress: Progress;
}

/** Long work: answered with an id at once, shown with progress, cancellable, taken up again after a crash. */
export class JobManager {
  readonly #repo: JobRepo;
  readonly #broadcast: Broadcast;
  readonly #workers = new Map<JobKind, JobWorker>();
  readonly #lanes = {
    import: new PQueue({ concurrency: 1 }),
    cut: new PQueue({ concurrency: 1 }),
    filming: new PQueue({ concurrency: 1 }),
    background: new PQueue({ concurrency: 1 }),
  };
  readonly #running = new Map<string, Running>();
  readonly #ended = new Map<string, Set<() => void>>();
  #closing = false;

  constructor(repo: JobRepo, broadcast: Broadcast) {
    this.#repo = repo;
    this.#broadcast = broadcast;
  }

  /** Called once per kind at start-up, before `recover`. */
  addWorker(worker: JobWorker): void {
    this.#workers.set(worker.kind, worker);
  }

  /** Stores the job, then queues it. @returns its id, at once. */
  enqueue(job: { kind: JobKind; subjectId: string; label: string; params: unknown }): string {
    const id = newId();
    this.#repo.insert({ ...job, id, now: Date.now() });
    this.#queue(id);
    return id;
  }

  /** The one piece of work of a kind on a subject: taken up where there is one, begun where there is none. @returns its id */
  ensure(job: { kind: JobKind; subjectId: string; label: string; params: unknown }): string {
    const latest = this.#repo.latest(job.kind, job.subjectId);
    return latest ? this.resume(latest.id).id : this.enqueue(job);
  }

  /** The subject is gone: its work is stopped and leaves the list. */
  async forget(kind: JobKind, subjectId: string): Promise<void> {
    await this.cancelOf(kind, subjectId);
    const latest = this.#repo.latest(kind, subjectId);
    if (latest) this.dismiss(latest.id);
  }

  /** True while work of this kind on a subject is queued or running. */
  going(kind: JobKind, subjectId: string): boolean {
    return this.#repo.listActive(kind, subjectId).length > 0;
  }

  /** Jobs that were running when the app died: put back, or marked interrupted and offered. @returns how many were interrupted. */
  recover(): number {
    let interrupted = 0;
    for (const job of this.#repo.listInState('running')) {
      if (this.#workers.get(job.kind)?.resumesItself) this.#queue(job.id);
      else {
        this.#write(job, 'interrupted', null, new AppError('job-interrupted'));
        interrupted += 1;
      }
    }
    for (const job of this.#repo.listInState('queued')) this.#queue(job.id);
    return interrupted;
  }

  list(): Job[] {
    return this.#repo.listOpen(Date.now()).map((job) => this.#shown(job));
  }

  /** @throws AppError `not-found`, `job-not-cancellable` when it has already ended. */
  cancel(id: string): void {
    const job = this.#get(id);
    if (job.state === 'queued' || job.state === 'interrupted' || job.state === 'failed') {
      this.#write(job, 'cancelled', null, null);
      this.#tellEnded(id);
    } else if (job.state === 'running') this.#running.get(id)?.abort.abort();
    else throw new AppError('job-not-cancellable');
  }

  /** Takes up an interrupted, failed or cancelled job where it was. */
  resume(id: string): Job {
    const job = this.#get(id);
    if (job.state === 'running' || job.state === 'queued' || job.state === 'done') return this.#shown(job);
    this.#write(job, 'queued', null, null);
    this.#queue(id);
    return this.#shown(this.#get(id));
  }

  dismiss(id: string): void {
    this.#repo.dismiss(id);
    this.#broadcast.changed('jobs', [id]);
  }

  /** Cancels queued and running work on a subject, e.g. when a fragment's ends are moved while its file is being made. */
  async cancelOf(kind: JobKind, subjectId: string): Promise<void> {
    for (const job of this.#repo.listActive(kind, subjectId)) {
      const ended = this.#running.has(job.id) ? this.whenEnded(job.id) : undefined;
      this.cancel(job.id);
      await ended;
    }
  }

  /** Resolves when the job reached an end (done, failed, cancelled, interrupted). */
  whenEnded(id: string): Promise<Job> {
    const state = this.#get(id).state;
    if (state !== 'queued' && state !== 'running') return Promise.resolve(this.#shown(this.#get(id)));
    return new Promise((resolve) => {
      const waiters = this.#ended.get(id) ?? new Set();
      waiters.add(() => resolve(this.#shown(this.#get(id))));
      this.#ended.set(id, waiters);
    });
  }

  /** Stops all work for closing; what was running stays `running` in the database and is taken up at the next start. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const lane of Object.values(this.#lanes)) lane.clear();
    for (const { abort } of this.#running.values()) abort.abort();
    await Promise.all(Object.values(this.#lanes).map((lane) => lane.onIdle()));
  }

  #queue(id: string): void {
    const job = this.#get(id);
    const worker = this.#workers.get(job.kind);
    if (!worker) throw new AppError('internal', { kind: job.kind });
    this.#broadcast.send('jobProgress', this.#shown(job));
    void this.#lanes[worker.lane]
      .add(() => this.#run(id, worker))
      // A full disk may keep even the end of a job from being written: it stays `running` and the next start finds it.
      .catch((error: unknown) => void reportFailure(error, `job ${job.kind}`));
  }

  async #run(id: string, worker: JobWorker): Promise<void> {
    const job = this.#get(id);
    if (this.#closing || job.state === 'cancelled' || job.state === 'done') return;
    const abort = new AbortController();
    const progress = createProgress(() => this.#broadcast.send('jobProgress', this.#shown(this.#get(id))));
    this.#running.set(id, { abort, progress });
    try {
      this.#write(job, 'running', null, null);
      const params = worker.params.parse(job.params);
      const context = { jobId: id, signal: abort.signal, progress: progress.report };
      const { resultId } = await worker.run(params, context);
      this.#running.delete(id);
      this.#write(job, 'done', resultId, null);
    } catch (error) {
      this.#running.delete(id);
      this.#ending(job, error, abort.signal);
    } finally {
      progress.stop();
      this.#tellEnded(id);
    }
  }

  #tellEnded(id: string): void {
    for (const resolve of this.#ended.get(id) ?? []) resolve();
    this.#ended.delete(id);
  }

  #ending(job: StoredJob, error: unknown, signal: AbortSignal): void {
    if (this.#closing) return;
    if (signal.aborted) this.#write(job, 'cancelled', null, null);
    else this.#write(job, 'failed', null, error);
  }

  #write(job: StoredJob, state: JobState, resultId: string | null, error: unknown): void {
    const report = error === null ? null : reportFailure(error, `job ${job.kind}`);
    const progress = state === 'done' ? 1 : state === 'queued' || state === 'running' ? 0 : job.progress;
    this.#repo.setState(job.id, { state, progress, resultId, error: report, now: Date.now() });
    this.#broadcast.send('jobProgress', this.#shown(this.#get(job.id)));
    this.#broadcast.changed('jobs', [job.id]);
  }

  #get(id: string): StoredJob {
    const job = this.#repo.get(id);
    if (!job) throw new AppError('not-found');
    return job;
  }

  #shown({ params: _params, ...job }: StoredJob): Job {
    const progress = this.#running.get(job.id)?.progress;
    return { ...job, progress: progress?.fraction() ?? job.progress, leftMs: progress?.leftMs() ?? null };
  }
}
