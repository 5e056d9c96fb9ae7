export const peaksPerSecond = 50;
export const sampleRate = 8000;
const samplesPerPeak = sampleRate / peaksPerSecond;

/** Gathers the loudest sample of every 20 ms, 0–255, from 16-bit little-endian mono sound that comes in pieces. */
export interface PeakMeter {
  feed(chunk: Buffer): void;
  /** @returns all peaks; what is left of the last 20 ms counts as one. */
  finish(): Uint8Array;
}

/**
 * @param shiftMs how much later than the picture's first frame the sound begins: silence is put before it; when it
 * begins earlier (negative), that much is left out.
 */
export function createPeakMeter(shiftMs = 0): PeakMeter {
  const shift = Math.round((shiftMs * sampleRate) / 1000);
  let toDrop = Math.max(0, -shift);
  const silence = Math.max(0, shift);
  const peaks: number[] = Array.from({ length: Math.floor(silence / samplesPerPeak) }, () => 0);
  let inPeak = silence % samplesPerPeak;
  let loudest = 0;
  let heard = false;
  let rest = Buffer.alloc(0);

  const measure = (samples: Int16Array): void => {
    // A plain loop: an hour of sound is 29 million samples.
    for (let place = 0; place < samples.length; place += 1) {
      const sample = samples[place] ?? 0;
      const level = sample < 0 ? -sample : sample;
      if (level > loudest) loudest = level;
      inPeak += 1;
      if (inPeak === samplesPerPeak) {
        peaks.push(Math.min(255, loudest >> 7));
        inPeak = 0;
        loudest = 0;
      }
    }
  };
  return {
    feed(chunk) {
      const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const whole = all.length - (all.length % 2);
      rest = Buffer.from(all.subarray(whole));
      // Every system we run on is little-endian. A view on 16-bit numbers must start at an even address.
      const even = all.byteOffset % 2 === 0 ? all : new Uint8Array(all);
      const samples = new Int16Array(even.buffer, even.byteOffset, whole / 2);
      const dropped = Math.min(toDrop, samples.length);
      toDrop -= dropped;
      heard ||= samples.length > dropped;
      measure(dropped > 0 ? samples.subarray(dropped) : samples);
    },
    finish() {
      if (!heard) return new Uint8Array();
      return Uint8Array.from(inPeak > 0 ? [...peaks, Math.min(255, loudest >> 7)] : peaks);
    },
  };
}
