import { describe, expect, it } from 'vitest';
import { bestLag } from '../../../electron/media/cut/sound-offset.ts';

/** Two seconds at 8 kHz of a voice-like mixture, the same at every run. */
function voice(delay: number, noise = 0): Int16Array {
  let seed = 11;
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5;
  return Int16Array.from({ length: 16_000 }, (_, place) => {
    const at = (place - delay) / 8000;
    const loud =
      at < 0 ? 0 : Math.abs(Math.sin(at * 9)) * Math.sin(at * 2 * Math.PI * (180 + 60 * Math.sin(at * 5)));
    return 8000 * loud + noise * random();
  });
}

describe('by how much one sound stands later than another', () => {
  it.each([0, 1, -1, 37, -160, 800])('%i samples', (delay) => {
    expect(bestLag(voice(0), voice(delay))).toBeCloseTo(delay, 0);
  });

  it('is heard through what encoding adds', () => {
    expect(bestLag(voice(0), voice(160, 3000))).toBe(160);
  });

  it('is not known of silence, of other sounds, or from a few samples', () => {
    expect(bestLag(new Int16Array(16_000), new Int16Array(16_000))).toBeNull();
    expect(bestLag(voice(0), voice(4000))).toBeNull();
    expect(bestLag(voice(0), voice(0).subarray(0, 300))).toBeNull();
  });
});
