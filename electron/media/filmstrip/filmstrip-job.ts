import { z } from 'zod';
import { id } from '../../../shared/contract/values.ts';
import { jobWorker, type JobWorker } from '../../jobs/job-kinds.ts';
import type { FfmpegRunner } from '../ffmpeg/runner.ts';
import { filmstripKey, type RecordingMedia } from '../recording-media.ts';
import type { MediaStore } from '../store/media-store.ts';
import { writeWhole } from '../store/write-whole.ts';
import { planFilmstrip } from './filmstrip-plan.ts';
import { makeFilmstrip } from './make-filmstrip.ts';

/** The long work of drawing a recording's filmstrip; started again from nothing after a crash. */
export function filmstripWorker(needs: {
  readonly store: MediaStore;
  readonly runner: FfmpegRunner;
  readonly recordings: Pick<RecordingMedia, 'getMedia' | 'saveFilmstrip'>;
}): JobWorker {
  return jobWorker({
    kind: 'filmstrip',
    lane: 'background',
    resumesItself: true,
    params: z.object({ recordingId: id }),
    async run({ recordingId }, { jobId, signal, progress }) {
      const media = needs.recordings.getMedia(recordingId);
      const plan = planFilmstrip(media);
      const sheets = await makeFilmstrip({
        runner: needs.runner,
        url: await needs.store.inputForFfmpeg(media.mediaKey),
        streamIndex: media.info.video.streamIndex,
        plan,
        signal,
        onProgress: progress,
      });
      for (const [sheet, bytes] of sheets.entries())
        await writeWhole(needs.store, filmstripKey(recordingId, sheet), jobId, bytes);
      const { keyframesOnly: _way, firstShownMs: _first, ...filmstrip } = plan;
      needs.recordings.saveFilmstrip(recordingId, filmstrip);
      return { resultId: null };
    },
  });
}
