import type { Page } from '@playwright/test';

/** When the page itself has what camera and microphone give, by its own clock, in ms: theirs differ from each other. */
export interface LiveMoments {
  /** Each picture whose number is a whole second. */
  readonly pictures: readonly number[];
  /** The beginning of each beep. */
  readonly beeps: readonly number[];
}

/**
 * Listens in on the stream that is being filmed, on clones of its tracks: before any encoder, so that what the file
 * makes of picture and sound can be held against it.
 */
export function liveMoments(page: Page, forMs: number, rate: number): Promise<LiveMoments> {
  return page.locator('video').evaluate(
    async (video: HTMLVideoElement, { forMs, rate }) => {
      interface Sample {
        close(): void;
      }
      interface Sound extends Sample {
        readonly sampleRate: number;
        readonly numberOfFrames: number;
        copyTo(to: Float32Array, options: { planeIndex: number; format: 'f32-planar' }): void;
      }
      type Processor<T> = new (options: { track: MediaStreamTrack }) => { readable: ReadableStream<T> };
      const { MediaStreamTrackProcessor } = window as unknown as {
        MediaStreamTrackProcessor: Processor<never>;
      };
      const stream = video.srcObject as MediaStream;
      const until = performance.now() + forMs;
      const read = async <T extends Sample>(
        track: MediaStreamTrack | undefined,
        take: (sample: T, at: number) => void,
      ): Promise<void> => {
        if (!track) throw new Error('a track is missing');
        const copy = track.clone();
        const Reading = MediaStreamTrackProcessor as unknown as Processor<T>;
        const reader = new Reading({ track: copy }).readable.getReader();
        while (performance.now() < until) {
          const { value, done } = await reader.read();
          if (done) break;
          take(value, performance.now());
          value.close();
        }
        copy.stop();
      };
      const pictures: number[] = [];
      const beeps: number[] = [];
      const canvas = new OffscreenCanvas(224, 16);
      const brush = canvas.getContext('2d', { willReadFrequently: true });
      let quietSince = Number.NEGATIVE_INFINITY;
      await Promise.all([
        read<Sample>(stream.getVideoTracks()[0], (frame, at) => {
          brush?.drawImage(frame as unknown as CanvasImageSource, 0, 0);
          const data = brush?.getImageData(0, 8, 224, 1).data;
          const number = Array.from({ length: 14 }, (_, bit) =>
            (data?.[(bit * 16 + 8) * 4] ?? 0) > 127 ? 2 ** bit : 0,
          ).reduce((sum, value) => sum + value, 0);
          if (number % rate === 0) pictures.push(at);
        }),
        read<Sound>(stream.getAudioTracks()[0], (sound, readAt) => {
          const samples = new Float32Array(sound.numberOfFrames);
          sound.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
          samples.forEach((sample, place) => {
            if (Math.abs(sample) < 0.05) return;
            const at = readAt - ((sound.numberOfFrames - place) / sound.sampleRate) * 1000;
            if (at - quietSince > 300) beeps.push(at);
            quietSince = at;
          });
        }),
      ]);
      return { pictures, beeps };
    },
    { forMs, rate },
  );
}

/** How long after each picture of a whole second its beep comes, in ms, between −500 and 500. */
export function offsets({ pictures, beeps }: LiveMoments): number[] {
  return pictures.flatMap((picture) => {
    const near = beeps.map((beep) => beep - picture).filter((offset) => Math.abs(offset) <= 500);
    return near.toSorted((a, b) => Math.abs(a) - Math.abs(b)).slice(0, 1);
  });
}

/** The middle one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
