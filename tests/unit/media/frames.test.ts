import { describe, expect, it } from 'vitest';
import {
  constantClock,
  nearestBoundary,
  rangeBetween,
  rangeProblem,
  variableClock,
} from '../../../shared/domain/frames.ts';
import {
  clockOf,
  decodeFrameIndex,
  encodeFrameIndex,
  seekMs,
  type FrameIndex,
} from '../../../electron/media/frames/frame-index.ts';

describe('counting frames at a constant rate', () => {
  const clock = constantClock(30_000, 1001, 108_000);

  it('comes back to the same frame, an hour long', () => {
    for (const frame of [0, 1, 2, 29, 30, 17_982, 53_999, 107_999])
      expect(clock.frameAt(clock.timeOf(frame))).toBe(frame);
  });

  it('shows a frame until the next one begins', () => {
    expect(clock.frameAt(33.3)).toBe(0);
    expect(clock.frameAt(33.4)).toBe(1);
  });

  it('stays within the recording', () => {
    expect(clock.frameAt(-5)).toBe(0);
    expect(clock.frameAt(1e9)).toBe(107_999);
    expect(clock.timeOf(108_000)).toBeCloseTo(3_603_600, 6);
    expect(clock.timeOf(200_000)).toBeCloseTo(3_603_600, 6);
  });
});

describe('counting frames at a variable rate', () => {
  const clock = variableClock([0, 33, 100, 117], 150);

  it('goes by the time of each frame', () => {
    expect([0, 32, 33, 99, 100, 116, 117, 500].map((ms) => clock.frameAt(ms))).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3,
    ]);
    expect([0, 1, 2, 3, 4].map((frame) => clock.timeOf(frame))).toEqual([0, 33, 100, 117, 150]);
  });

  it('finds the nearest boundary, the end among them', () => {
    expect([0, 16, 17, 66, 67, 134, 150].map((ms) => nearestBoundary(clock, ms))).toEqual([
      0, 0, 1, 1, 2, 4, 4,
    ]);
    expect(rangeBetween(clock, 30, 140)).toEqual({ inFrame: 1, outFrame: 4 });
  });
});

describe('a range', () => {
  it('holds at least one frame of the recording', () => {
    expect(rangeProblem({ inFrame: 0, outFrame: 1 }, 1)).toBeNull();
    expect(rangeProblem({ inFrame: 3, outFrame: 3 }, 10)).toBe('range-empty');
    expect(rangeProblem({ inFrame: 5, outFrame: 2 }, 10)).toBe('range-empty');
    expect(rangeProblem({ inFrame: -1, outFrame: 2 }, 10)).toBe('range-outside');
    expect(rangeProblem({ inFrame: 3, outFrame: 11 }, 10)).toBe('range-outside');
  });
});

describe('the index of a recording', () => {
  const hour: FrameIndex = {
    tickMs: 1000 / 90_000,
    offsetMs: 21.333,
    times: Int32Array.from({ length: 180_000 }, (_, frame) => frame * 1800),
    end: 180_000 * 1800,
    keyframes: Int32Array.from({ length: 1800 }, (_, group) => group * 100),
    cleanKeyframes: Int32Array.from({ length: 1800 }, (_, group) => group * 100),
    constant: { num: 50, den: 1 },
  };

  it('comes back whole from a few bytes', () => {
    const packed = encodeFrameIndex(hour);
    expect(packed.length).toBeLessThan(5000);
    expect(decodeFrameIndex(packed)).toEqual(hour);
  });

  it('is refused when it is damaged', () => {
    const packed = encodeFrameIndex(hour);
    for (const bytes of [new Uint8Array(), packed.subarray(0, 40), packed.subarray(0, packed.length - 9)])
      expect(() => decodeFrameIndex(bytes)).toThrow(expect.objectContaining({ code: 'library-damaged' }));
  });

  it('gives the position to seek to, and the clock to count by', () => {
    expect(seekMs(hour, 0)).toBeCloseTo(21.333, 3);
    expect(seekMs(hour, 50)).toBeCloseTo(1021.333, 3);
    expect(seekMs(hour, 180_000)).toBeCloseTo(3_600_021.333, 3);
    expect(clockOf(hour).frameAt(1000)).toBe(50);
    expect(clockOf({ ...hour, constant: null }).timeOf(51)).toBeCloseTo(1020, 6);
  });
});
