import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isAppError } from '../../../shared/contract/errors.ts';
import type { Handlers } from '../../../shared/contract/index.ts';
import { asAppError } from '../../db/errors.ts';
import { fileUrl } from '../../media/ffmpeg/args.ts';
import type { Prober } from '../../media/ffmpeg/ffprobe.ts';
import type { FfmpegRunner } from '../../media/ffmpeg/runner.ts';
import { clockOf } from '../../media/frames/frame-index.ts';
import { probeMedia } from '../../media/probe.ts';
import type { RecordingMedia } from '../../media/recording-media.ts';
import { makeStill, previewStill } from '../../media/still/make-still.ts';
import type { MediaStore } from '../../media/store/media-store.ts';
import type { SystemPorts } from '../../shell/system-ports.ts';

export interface StillsDependencies {
  readonly recordings: Pick<RecordingMedia, 'getMedia'>;
  readonly store: Pick<MediaStore, 'inputForFfmpeg'>;
  readonly runner: FfmpegRunner;
  readonly prober: Prober;
  readonly ports: Pick<SystemPorts, 'pickStillTarget'>;
}

/** Single pictures: a moment of a recording at full size, and the small still of a clip that is offered. */
export function createStillsService({ recordings, store, runner, prober, ports }: StillsDependencies) {
  const handlers: Handlers<'stills'> = {
    async saveAs({ recordingId, atMs }) {
      const { mediaKey, info, index } = recordings.getMedia(recordingId);
      const clock = clockOf(index);
      const frame = clock.frameAt(atMs);
      const target = await ports.pickStillTarget(`still-${Math.round(clock.timeOf(frame))}.png`);
      if (target === null) return null;
      const url = await store.inputForFfmpeg(mediaKey);
      const png = await makeStill({ runner, url, info, index }, frame, 'png');
      await writeFile(target, png).catch((error: unknown) => {
        throw asAppError(error);
      });
      return { name: basename(target) };
    },
  };
  return {
    ...handlers,
    /** A small picture from the first seconds of a file; null when there is none to be had. */
    async ofFile(path: string | null): Promise<Uint8Array | null> {
      if (path === null) return null;
      try {
        const url = fileUrl(path);
        return await previewStill({ runner, url, info: await probeMedia(prober, url) });
      } catch (error) {
        // What is wrong with the file is told where it is offered; here it only means: no picture.
        if (isAppError(error) && /^(file|source|ffmpeg)-/.test(error.code)) return null;
        throw error;
      }
    },
  };
}
