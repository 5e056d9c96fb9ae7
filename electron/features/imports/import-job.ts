import { extname } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/contract/errors.ts';
import { id } from '../../../shared/contract/values.ts';
import { jobWorker, type JobContext, type JobWorker } from '../../jobs/job-kinds.ts';
import type { JobManager } from '../../jobs/job-manager.ts';
import { enqueueCompanions } from '../../media/companions.ts';
import type { Prober } from '../../media/ffmpeg/ffprobe.ts';
import { clockOf } from '../../media/frames/frame-index.ts';
import { readFrames } from '../../media/frames/read-frames.ts';
import type { Imported, NewRecordings } from '../../media/new-recording.ts';
import { probeMedia } from '../../media/probe.ts';
import { needsProxy } from '../../media/proxy/needs-proxy.ts';
import type { FfmpegRunner } from '../../media/ffmpeg/runner.ts';
import type { MediaStore, PendingMedia } from '../../media/store/media-store.ts';
import { copyVerified, type Copied, type CopyControl } from './copy-verified.ts';
import { joinChapters } from './join-chapters.ts';
import { joinsByBytes } from './sources/spanned.ts';

const part = z.object({ path: z.string(), sizeBytes: z.number(), modifiedAt: z.number() });
export const importParams = z.object({
  recordingId: id,
  name: z.string(),
  /** What the recording is called; the file's name without its ending when left out. */
  title: z.string().optional(),
  parts: z.array(part).min(1),
  ownerId: id.nullable(),
  recordedAt: z.number().nullable(),
  /** Bring it in although the library already has it. */
  again: z.boolean(),
});
export type ImportParams = z.infer<typeof importParams>;

export interface ImportJobNeeds {
  readonly store: MediaStore;
  readonly prober: Prober;
  readonly runner: FfmpegRunner;
  readonly recordings: NewRecordings;
  readonly jobs: Pick<JobManager, 'enqueue'>;
}

/** Room for the file, its proxy and pictures, and for the database to go on. */
const reserveBytes = 200 << 20;

/** Copies a clip into the library, looks at it, and makes it a recording: whole or not at all. */
export function importWorker({ store, prober, runner, recordings, jobs }: ImportJobNeeds): JobWorker {
  return jobWorker({
    kind: 'import',
    lane: 'import',
    resumesItself: false,
    params: importParams,
    async run(params, context) {
      // Killed after it became a recording but before the job was told done: nothing is copied twice.
      const made = recordings.imported(params.recordingId) ?? (await bringIn(params, context));
      enqueueCompanions(jobs, params.recordingId, made);
      return { resultId: params.recordingId };
    },
  });

  async function bringIn(params: ImportParams, { jobId, signal, progress }: JobContext): Promise<Imported> {
    const sizeBytes = params.parts.reduce((sum, one) => sum + one.sizeBytes, 0);
    if (sizeBytes === 0) throw new AppError('file-empty');
    const free = await store.freeBytes();
    if (free !== null && free < sizeBytes + reserveBytes) throw new AppError('disk-full');
    const pending = await store.begin(keyOf(params), jobId);
    try {
      const onBytes = (bytes: number): void => progress((bytes / (2 * sizeBytes)) * 0.97);
      const copied = await copyOrJoin(params.parts, pending, jobId, { signal, onBytes });
      const twin = recordings.findByHash(copied.parts[0] ?? '', params.parts[0]?.sizeBytes ?? 0);
      if (twin && !params.again) throw new AppError('already-imported', { recordingId: twin });
      const info = await probeMedia(prober, pending.outputForFfmpeg, { signal });
      const index = await readFrames(prober, pending.outputForFfmpeg, info, { signal });
      const clock = clockOf(index);
      const title = titleOf(params);
      const proxyNeeded = needsProxy(info, index) !== null;
      const whole = await pending.commit();
      recordings.insert({
        id: params.recordingId,
        title,
        ownerId: params.ownerId,
        mediaKey: pending.key,
        sizeBytes: whole,
        sha256: copied.sha256,
        info,
        index,
        durationMs: Math.round(clock.timeOf(clock.frameCount)),
        recordedAt: info.recordedAt ?? params.recordedAt,
        proxyNeeded,
        sources: params.parts.map(({ sizeBytes: size }, place) => ({
          name: params.name,
          sizeBytes: size,
          sha256: copied.parts[place] ?? '',
        })),
        now: Date.now(),
      });
      return { title, hasSound: info.audio !== null, proxyNeeded };
    } catch (error) {
      // What was copied stays when the source went away: a later try goes on from there. A whole file whose row
      // could not be written stays too; the next try of this job finds and uses it.
      if (signal.aborted || !isWorthKeeping(error)) await pending.discard();
      throw error;
    }
  }

  async function copyOrJoin(
    parts: ImportParams['parts'],
    pending: PendingMedia,
    jobId: string,
    control: CopyControl,
  ): Promise<Omit<Copied, 'sizeBytes'>> {
    const [first] = parts;
    if (parts.length === 1 || !first || joinsByBytes(first.path))
      return copyVerified(parts, pending.path, control);
    const work = await store.workFolder(jobId);
    try {
      return await joinChapters({ runner, prober }, parts, work.path, pending.path, control);
    } finally {
      await work.dispose();
    }
  }
}

function titleOf({ name, title }: ImportParams): string {
  const bare = title ?? name.replace(/\.[a-z0-9]{2,4}$/i, '');
  return bare.slice(0, 200).trim() || '…';
}

function keyOf(params: ImportParams): string {
  const ending = extname(params.parts[0]?.path ?? '').toLowerCase();
  return `recordings/${params.recordingId}/original${/^\.[a-z0-9]{1,5}$/.test(ending) ? ending : '.bin'}`;
}

function isWorthKeeping(error: unknown): boolean {
  return (
    error instanceof AppError &&
    ['source-vanished', 'source-unreadable', 'library-missing'].includes(error.code)
  );
}
