import type { z } from 'zod';
import type { JobKind } from '../../shared/contract/jobs.ts';

/** What a running job may use. */
export interface JobContext {
  readonly jobId: string;
  /** Aborted when the person cancels or the app closes. */
  readonly signal: AbortSignal;
  /** 0–1; smaller than before is ignored. */
  progress(fraction: number): void;
}

/**
 * One kind of long work. `params` is stored, so a job can be taken up after a crash: `run` must be able to start
 * again from whatever an interrupted run left behind.
 */
export interface JobWorker<S extends z.ZodType = z.ZodType> {
  readonly kind: JobKind;
  /** Jobs of one lane run one after the other; lanes run beside each other. */
  readonly lane: 'import' | 'cut' | 'filming' | 'background';
  readonly params: S;
  run(params: z.output<S>, context: JobContext): Promise<{ resultId: string | null }>;
  /** True when a job found running at start-up is simply put back in the queue (it loses nothing and asks nothing). */
  readonly resumesItself: boolean;
}

/** Keeps a worker's parameter type while the manager stores workers of every kind. */
export function jobWorker<S extends z.ZodType>(worker: JobWorker<S>): JobWorker {
  return worker as unknown as JobWorker;
}
