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
  let place = Math.max(0, shift);
  let peaks = new Uint8Array(64 * 1024);
  let oddByte: number | null = null;
  let heard = false;

  const loud = (sample: number): void => {
    if (toDrop > 0) {
      toDrop -= 1;
      return;
    }
    heard = true;
    const slot = Math.floor(place / samplesPerPeak);
    place += 1;
    if (slot >= peaks.length) {
      const larger = new Uint8Array(Math.max(peaks.length * 2, slot + 1));
      larger.set(peaks);
      peaks = larger;
    }
    const peak = Math.min(255, Math.abs(sample) >> 7);
    if (peak > (peaks[slot] ?? 0)) peaks[slot] = peak;
  };
  return {
    feed(chunk) {
      let at = 0;
      if (oddByte !== null && chunk.length > 0) {
        loud(signed(oddByte | (chunk.readUInt8(0) << 8)));
        oddByte = null;
        at = 1;
      }
      for (; at + 1 < chunk.length; at += 2) loud(chunk.readInt16LE(at));
      if (at < chunk.length) oddByte = chunk.readUInt8(at);
    },
    finish: () => peaks.slice(0, heard ? Math.ceil(place / samplesPerPeak) : 0),
  };
}

function signed(word: number): number {
  return word > 0x7fff ? word - 0x1_0000 : word;
}
