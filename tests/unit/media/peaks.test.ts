import { describe, expect, it } from 'vitest';
import { createPeakMeter } from '../../../electron/media/waveform/peaks.ts';

/** So many samples of one level, as 16-bit little-endian sound. */
function sound(...parts: readonly (readonly [level: number, samples: number])[]): Buffer {
  return Buffer.from(
    Int16Array.from(parts.flatMap(([level, samples]) => Array<number>(samples).fill(level))).buffer,
  );
}
const peaksOf = (bytes: Buffer, cut: number, shiftMs = 0): number[] => {
  const meter = createPeakMeter(shiftMs);
  for (let at = 0; at < bytes.length; at += cut) meter.feed(bytes.subarray(at, at + cut));
  return [...meter.finish()];
};

describe('peaks of sound', () => {
  it('are the loudest sample of every 20 ms, 0 to 255, on either side of zero', () => {
    const bytes = sound([0, 160], [100, 80], [-16_384, 80], [32_767, 160], [-32_768, 160]);
    expect(peaksOf(bytes, bytes.length)).toEqual([0, 128, 255, 255]);
  });

  it('are the same however the bytes are cut, also in the middle of a sample', () => {
    const bytes = sound([1000, 333], [-9000, 500], [256, 1], [25_000, 777]);
    const whole = peaksOf(bytes, bytes.length);
    for (const cut of [1, 3, 7, 320, 321, 4096]) expect(peaksOf(bytes, cut)).toEqual(whole);
  });

  it('count what is left at the end as one', () => {
    expect(peaksOf(sound([12_800, 161]), 4096)).toEqual([100, 100]);
  });

  it('stand later when the sound begins later than the picture, and earlier when it begins before', () => {
    const bytes = sound([12_800, 160], [0, 160]);
    expect(peaksOf(bytes, 100, 40)).toEqual([0, 0, 100, 0]);
    expect(peaksOf(bytes, 100, 30)).toEqual([0, 100, 100, 0]);
    expect(peaksOf(bytes, 100, -20)).toEqual([0]);
  });

  it('are none of no sound', () => {
    expect(peaksOf(Buffer.alloc(0), 1, 100)).toEqual([]);
    expect(peaksOf(sound([9, 100]), 64, -1000)).toEqual([]);
  });
});
