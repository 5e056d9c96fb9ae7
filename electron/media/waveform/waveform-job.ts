import { z } from 'zod';
import { id } from '../../../shared/contract/values.ts';
import { jobWorker, type JobWorker } from '../../jobs/job-kinds.ts';
import type { FfmpegRunner } from '../ffmpeg/runner.ts';
import { waveformKey, type RecordingMedia } from '../recording-media.ts';
import type { MediaStore } from '../store/media-store.ts';
import { writeWhole } from '../store/write-whole.ts';
import { makeWaveform } from './make-waveform.ts';
import { peaksPerSecond } from './peaks.ts';

/** The long work of measuring a recording's sound; a recording without sound keeps no waveform. */
export function waveformWorker(needs: {
  readonly store: MediaStore;
  readonly runner: FfmpegRunner;
  readonly recordings: Pick<RecordingMedia, 'getMedia' | 'saveWaveform'>;
}): JobWorker {
  return jobWorker({
    kind: 'waveform',
    lane: 'background',
    resumesItself: true,
    params: z.object({ recordingId: id }),
    async run({ recordingId }, { jobId, signal, progress }) {
      const media = needs.recordings.getMedia(recordingId);
      const url = await needs.store.inputForFfmpeg(media.mediaKey);
      const peaks = await makeWaveform({ runner: needs.runner, url, media, signal, onProgress: progress });
      if (peaks) {
        await writeWhole(needs.store, waveformKey(recordingId), jobId, peaks);
        needs.recordings.saveWaveform(recordingId, { peaksPerSecond, count: peaks.length });
      }
      return { resultId: null };
    },
  });
}
