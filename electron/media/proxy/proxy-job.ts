import { z } from 'zod';
import { AppError } from '../../../shared/contract/errors.ts';
import { id } from '../../../shared/contract/values.ts';
import { jobWorker, type JobWorker } from '../../jobs/job-kinds.ts';
import type { Prober } from '../ffmpeg/ffprobe.ts';
import type { FfmpegRunner } from '../ffmpeg/runner.ts';
import { clockOf } from '../frames/frame-index.ts';
import { proxyKey, type RecordedMedia, type RecordingMedia } from '../recording-media.ts';
import type { MediaStore } from '../store/media-store.ts';
import { makeProxy } from './make-proxy.ts';
import { needsProxy } from './needs-proxy.ts';

/** What a proxy of busy 1080p takes at most, from measuring; with its sound. */
const bytesPerSecond = 1_250_000;
/** Left free whatever happens: the database must be able to go on. */
const reserveBytes = 200 << 20;

/** The long work of making what the page can play; started again from nothing after a crash. */
export function proxyWorker(needs: {
  readonly store: MediaStore;
  readonly runner: FfmpegRunner;
  readonly prober: Prober;
  readonly recordings: Pick<RecordingMedia, 'getMedia' | 'saveProxy' | 'proxyFailed'>;
}): JobWorker {
  const { store, runner, prober, recordings } = needs;
  return jobWorker({
    kind: 'proxy',
    lane: 'background',
    resumesItself: true,
    params: z.object({ recordingId: id }),
    async run({ recordingId }, { jobId, signal, progress }) {
      const media = recordings.getMedia(recordingId);
      try {
        const way = needsProxy(media.info, media.index)?.way ?? 'encode';
        await assertRoom(store, media, way);
        const url = await store.inputForFfmpeg(media.mediaKey);
        const pending = await store.begin(proxyKey(recordingId), jobId);
        try {
          const target = pending.path;
          await makeProxy({ runner, prober, url, media, way, target, signal, onProgress: progress });
          await pending.commit();
        } finally {
          // After a commit there is nothing left to discard.
          await pending.discard();
        }
      } catch (error) {
        // A cancelled proxy can be asked for again; any other end is told where the recording is shown.
        if (!signal.aborted) recordings.proxyFailed(recordingId);
        throw error;
      }
      recordings.saveProxy(recordingId, proxyKey(recordingId));
      return { resultId: null };
    },
  });
}

/** A disk that will not hold it is noticed before an hour of work, not after. */
async function assertRoom(store: MediaStore, media: RecordedMedia, way: 'copy' | 'encode'): Promise<void> {
  const free = await store.freeBytes();
  const clock = clockOf(media.index);
  const longest = (clock.timeOf(clock.frameCount) / 1000) * bytesPerSecond;
  // `+faststart` writes in place: no second copy is made.
  const needed = way === 'copy' ? ((await store.size(media.mediaKey)) ?? 0) : longest;
  if (free !== null && free < needed + reserveBytes) throw new AppError('disk-full');
}
