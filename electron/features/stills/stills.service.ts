import type { Handlers } from '../../../shared/contract/index.ts';
import { fileUrl, input, output, seconds } from '../../media/ffmpeg/args.ts';
import type { FfmpegRunner } from '../../media/ffmpeg/runner.ts';
import { clockOf, seekMs } from '../../media/frames/frame-index.ts';
import type { RecordingMedia } from '../../media/recording-media.ts';
import type { MediaStore } from '../../media/store/media-store.ts';
import type { SystemPorts } from '../../shell/system-ports.ts';
import { basename } from 'node:path';

export interface StillsDependencies {
  readonly recordings: Pick<RecordingMedia, 'getMedia'>;
  readonly store: Pick<MediaStore, 'inputForFfmpeg'>;
  readonly runner: FfmpegRunner;
  readonly ports: Pick<SystemPorts, 'pickStillTarget'>;
}

/** Single pictures: a moment of a recording at full size, and the small still of a clip that is offered. */
export function createStillsService({ recordings, store, runner, ports }: StillsDependencies) {
  const handlers: Handlers<'stills'> = {
    async saveAs({ recordingId, atMs }) {
      const { mediaKey, info, index } = recordings.getMedia(recordingId);
      const clock = clockOf(index);
      const frame = clock.frameAt(atMs);
      const target = await ports.pickStillTarget(`still-${Math.round(clock.timeOf(frame))}.png`);
      if (target === null) return null;
      const gap = frame > 0 ? seekMs(index, frame) - seekMs(index, frame - 1) : 0;
      const at = Math.max(0, seekMs(index, frame) - gap / 2);
      await runner.run({
        inputs: [input(await store.inputForFfmpeg(mediaKey), '-ss', seconds(at))],
        outputs: [
          output(
            fileUrl(target),
            '-map',
            `0:${info.video.streamIndex}`,
            '-frames:v',
            '1',
            '-c:v',
            'png',
            '-f',
            'image2',
            '-update',
            '1',
          ),
        ],
      });
      return { name: basename(target) };
    },
  };
  return {
    ...handlers,
    /** A small picture from the first seconds of a file; null when there is none to be had. */
    async ofFile(path: string | null): Promise<Uint8Array | null> {
      if (path === null) return null;
      const chunks: Buffer[] = [];
      await runner.run({
        inputs: [input(fileUrl(path), '-skip_frame', 'nokey')],
        outputs: [
          output(
            'pipe:1',
            '-frames:v',
            '1',
            '-an',
            '-vf',
            'scale=320:-2',
            '-c:v',
            'mjpeg',
            '-q:v',
            '5',
            '-pix_fmt',
            'yuvj420p',
            '-f',
            'image2pipe',
          ),
        ],
        onStdout: (chunk) => chunks.push(chunk),
        idleTimeoutMs: 15_000,
      });
      return chunks.length === 0 ? null : Buffer.concat(chunks);
    },
  };
}

export type StillsService = ReturnType<typeof createStillsService>;
