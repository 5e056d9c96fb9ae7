import { input, output } from '../ffmpeg/args.ts';
import type { FfmpegRun, FfmpegRunner } from '../ffmpeg/runner.ts';
import { words } from '../ffmpeg/words.ts';
import { clockOf } from '../frames/frame-index.ts';
import type { RecordedMedia } from '../recording-media.ts';
import { createPeakMeter, sampleRate } from './peaks.ts';

export interface WaveformRequest extends Pick<FfmpegRun, 'signal' | 'onProgress'> {
  readonly runner: FfmpegRunner;
  /** An ffmpeg input address, as the media store gives it. */
  readonly url: string;
  readonly media: Pick<RecordedMedia, 'info' | 'index'>;
}

/**
 * The loudness of a recording over time, 50 peaks a second from the first frame shown.
 * @returns null when there is no sound. @throws what a runner throws.
 */
export async function makeWaveform(request: WaveformRequest): Promise<Uint8Array | null> {
  const { runner, url, media, ...control } = request;
  const { info, index } = media;
  if (!info.audio) return null;
  const clock = clockOf(index);
  const soundAfterStart = info.audio.startMs - info.startMs;
  const meter = createPeakMeter(soundAfterStart - index.offsetMs);
  await runner.run({
    inputs: [input(url)],
    outputs: [
      output(
        'pipe:1',
        ...words(`-map 0:${info.audio.streamIndex} -vn`),
        // Gaps that a camera left are filled, or all that follows would stand too early. All in one filter: rate and
        // channels asked for as options of the output would convert the sound a second time.
        ...words(`-af aresample=async=1000:osr=${sampleRate}:ocl=mono:osf=s16`),
        // Written in large pieces: a pipe that is flushed after every packet takes half as long again.
        ...words('-flush_packets 0 -f s16le'),
      ),
    ],
    expectedMs: clock.timeOf(clock.frameCount),
    onStdout: meter.feed,
    ...control,
  });
  const peaks = meter.finish();
  return peaks.length > 0 ? peaks : null;
}
