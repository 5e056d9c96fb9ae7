import { z } from 'zod';
import { AppError } from '../../../shared/contract/errors.ts';
import { id } from '../../../shared/contract/values.ts';
import type { Broadcast } from '../../ipc/broadcast.ts';
import { jobWorker, type JobWorker } from '../../jobs/job-kinds.ts';
import { cutFragment } from '../../media/cut/cut-fragment.ts';
import type { Prober } from '../../media/ffmpeg/ffprobe.ts';
import type { FfmpegRunner } from '../../media/ffmpeg/runner.ts';
import type { RecordingMedia } from '../../media/recording-media.ts';
import type { MediaStore } from '../../media/store/media-store.ts';
import { log } from '../../shell/log.ts';
import type { FragmentsRepo } from './fragments.repo.ts';

export interface CutJobNeeds {
  readonly repo: FragmentsRepo;
  readonly recordings: Pick<RecordingMedia, 'getMedia'>;
  readonly store: MediaStore;
  readonly runner: FfmpegRunner;
  readonly prober: Prober;
  readonly broadcast: Broadcast;
}

/** Makes the file of a fragment. A file is named after its ends, so that moved ends never meet an older file. */
export function cutWorker({ repo, recordings, store, runner, prober, broadcast }: CutJobNeeds): JobWorker {
  const setState = (fragmentId: string, state: 'virtual' | 'cutting' | 'failed'): void => {
    repo.setState(fragmentId, state);
    broadcast.changed('fragments', [fragmentId]);
  };
  return jobWorker({
    kind: 'cut',
    lane: 'cut',
    resumesItself: true,
    params: z.object({ fragmentId: id }),
    async run({ fragmentId }, { jobId, signal, progress }) {
      const fragment = repo.get(fragmentId);
      if (!fragment) throw new AppError('not-found');
      const { mediaKey, info, index } = recordings.getMedia(fragment.recordingId);
      const before = repo.mediaKey(fragmentId);
      setState(fragmentId, 'cutting');
      const work = await store.workFolder(jobId);
      const pending = await store.begin(
        `fragments/${fragmentId}/${fragment.inFrame}-${fragment.outFrame}.mp4`,
        jobId,
      );
      try {
        const range = { inFrame: fragment.inFrame, outFrame: fragment.outFrame };
        const url = await store.inputForFfmpeg(mediaKey);
        const paths = { workFolder: work.path, target: pending.path };
        const report = await cutFragment({
          runner,
          prober,
          url,
          info,
          index,
          range,
          signal,
          onProgress: progress,
          ...paths,
        });
        if (report.fallbackReason) log.info('cut', jobId, report.mode, report.fallbackReason);
        const sizeBytes = await pending.commit();
        if (!repo.setFile(fragmentId, pending.key, report, sizeBytes)) throw new AppError('cancelled');
        if (before !== null && before !== pending.key) await store.destroy(before);
      } catch (error) {
        setState(fragmentId, signal.aborted ? 'virtual' : 'failed');
        throw error;
      } finally {
        await pending.discard();
        await work.dispose();
      }
      broadcast.changed('fragments', [fragmentId, fragment.recordingId]);
      return { resultId: fragmentId };
    },
  });
}
