import { z } from 'zod';
import type { Bookmark } from '../../../shared/contract/bookmarks.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { id } from '../../../shared/contract/values.ts';
import { jobWorker, type JobContext, type JobWorker } from '../../jobs/job-kinds.ts';
import type { JobManager } from '../../jobs/job-manager.ts';
import { enqueueCompanions } from '../../media/companions.ts';
import type { Prober } from '../../media/ffmpeg/ffprobe.ts';
import type { FfmpegRunner } from '../../media/ffmpeg/runner.ts';
import { clockOf } from '../../media/frames/frame-index.ts';
import type { Imported, NewRecordings } from '../../media/new-recording.ts';
import { needsProxy } from '../../media/proxy/needs-proxy.ts';
import { joinSegments, type Joined } from '../../media/segments/join-segments.ts';
import { hashOf } from '../../media/store/hash-of.ts';
import type { MediaStore } from '../../media/store/media-store.ts';
import { clearAway } from './clear-away.ts';
import type { FilmingRow, SegmentRow } from './filming-rows.ts';
import type { FilmingRepo } from './filming.repo.ts';
import { flagMoments, gapsOf } from './on-the-recording.ts';

export interface FinishJobNeeds {
  readonly repo: FilmingRepo;
  readonly store: MediaStore;
  readonly prober: Prober;
  readonly runner: FfmpegRunner;
  readonly jobs: Pick<JobManager, 'enqueue'>;
  readonly recordings: NewRecordings;
  /** Both are called inside the transaction that makes the recording. */
  readonly addBookmark: (bookmark: Bookmark) => void;
  readonly onMade: (recordingId: string) => void;
}

/** Room for the database to go on, and for the pictures of the timeline. */
const reserveBytes = 64 << 20;
/** Joining is most of the work, reading the file back the rest. */
const joiningPart = 0.8;

/** Makes one recording of the segments of a lesson, whole or not at all; only then do the segments go. */
export function finishWorker(needs: FinishJobNeeds): JobWorker {
  const { repo, store, jobs, recordings } = needs;
  return jobWorker({
    kind: 'finish-filming',
    lane: 'filming',
    resumesItself: true,
    params: z.object({ filmingId: id }),
    async run({ filmingId }, context) {
      // The recording has its filming's id: killed after it was made, it is found and nothing is made twice.
      const made = recordings.imported(filmingId) ?? (await makeRecording(needs, filmingId, context));
      await clearAway(repo, store, filmingId);
      enqueueCompanions(jobs, filmingId, made);
      return { resultId: filmingId };
    },
  });
}

async function makeRecording(
  needs: FinishJobNeeds,
  filmingId: string,
  { jobId, signal, progress }: JobContext,
): Promise<Imported> {
  const { repo, store, prober, runner } = needs;
  const filming = repo.get(filmingId);
  if (!filming) throw new AppError('not-found');
  const { rows, bytes } = await onDisk(repo.segments(filmingId), store);
  if (bytes === 0) throw new AppError('filming-empty');
  await assertRoom(bytes, store);
  const work = await store.workFolder(jobId);
  try {
    const joined = await joinSegments({
      runner,
      prober,
      urls: await Promise.all(rows.map((row) => store.inputForFfmpeg(row.media_key))),
      folder: work.path,
      begin: (ending) => store.begin(`recordings/${filmingId}/original${ending}`, jobId),
      signal,
      onProgress: (fraction) => progress(fraction * joiningPart),
    });
    return await keep(needs, filming, rows, joined);
  } finally {
    await work.dispose();
  }
}

/** @throws AppError `disk-full`; the segments stay, and it can be tried again. */
async function assertRoom(bytes: number, store: Pick<MediaStore, 'freeBytes'>): Promise<void> {
  const free = await store.freeBytes();
  if (free !== null && free < bytes + reserveBytes) throw new AppError('disk-full');
}

/** Segments whose file is there. One without a byte counts: it still has its place between the others. */
async function onDisk(segments: readonly SegmentRow[], store: Pick<MediaStore, 'size'>) {
  const rows: SegmentRow[] = [];
  let bytes = 0;
  for (const row of segments) {
    const size = await store.size(row.media_key);
    if (size !== null) rows.push(row);
    bytes += size ?? 0;
  }
  return { rows, bytes };
}

/** The file, the recording, its gaps and its flags: there together or not at all. */
async function keep(
  { repo, store, recordings, addBookmark, onMade }: FinishJobNeeds,
  filming: FilmingRow,
  rows: readonly SegmentRow[],
  { pending, info, index, segments }: Joined,
): Promise<Imported> {
  const sizeBytes = await pending.commit();
  const clock = clockOf(index);
  const durationMs = Math.round(clock.timeOf(clock.frameCount));
  const proxyNeeded = needsProxy(info, index) !== null;
  const sha256 = await hashOf(store, pending.key, sizeBytes);
  const moments = flagMoments(repo.flags(filming.id), rows, segments);
  repo.finish(filming.id, filming.id, () => {
    recordings.insert({
      id: filming.id,
      title: filming.title,
      ownerId: filming.owner_id,
      mediaKey: pending.key,
      sizeBytes,
      sha256,
      info,
      index,
      durationMs,
      recordedAt: filming.started_at,
      proxyNeeded,
      sources: [],
      filmed: { byId: filming.filmed_by_id, gaps: gapsOf(rows, segments) },
      now: Date.now(),
    });
    for (const flag of moments) addBookmark({ ...flag, recordingId: filming.id, label: '' });
  });
  onMade(filming.id);
  return { title: filming.title, hasSound: info.audio !== null, proxyNeeded };
}
