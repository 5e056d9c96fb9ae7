import { z } from 'zod';
import { procedure } from './procedure.ts';
import { done, id, moment, nothing } from './values.ts';

export const jobKind = z.enum(['import', 'proxy', 'filmstrip', 'waveform', 'cut', 'finish-filming']);
export type JobKind = z.infer<typeof jobKind>;
export const jobState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'interrupted']);
export type JobState = z.infer<typeof jobState>;

export const job = z.object({
  id,
  kind: jobKind,
  state: jobState,
  /** What the job is about: recording, fragment or offered clip. */
  subjectId: z.string(),
  /** Shown to people: file or fragment name. */
  label: z.string(),
  /** 0–1, never backwards. */
  progress: z.number().min(0).max(1),
  /** Estimated time left in ms; null while unknown. */
  leftMs: z.number().nullable(),
  /** Made when the job made something: the recording of an import. */
  resultId: z.string().nullable(),
  error: z
    .object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      retryable: z.boolean(),
      logId: z.string(),
    })
    .nullable(),
  createdAt: moment,
  updatedAt: moment,
});
export type Job = z.infer<typeof job>;

export const jobsContract = {
  /** Everything queued, running, interrupted or failed, and what ended in the last day; newest first. */
  list: procedure(nothing, z.array(job)),
  cancel: procedure(z.object({ id }), done),
  /** Takes up an interrupted or failed job where it was. */
  resume: procedure(z.object({ id }), job),
  dismiss: procedure(z.object({ id }), done),
};
