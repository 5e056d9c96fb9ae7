import { describe, expect, it } from 'vitest';
import { timesOnTheBeat } from '../../../electron/media/frames/on-the-beat.ts';

const packet = (pts: number | null, dts: number | null, key = false) => ({ pts, dts, key });

describe('times that a program stream leaves out', () => {
  it('take the beats that are left', () => {
    // Order of decoding I P B B P B B; the second P has no time of its own, and its decoding time is another frame's.
    const packets = [
      packet(540, 500, true),
      packet(660, 540),
      packet(580, 580),
      packet(620, 620),
      packet(null, 660),
      packet(700, 700),
      packet(740, 740),
    ];
    expect(timesOnTheBeat(packets, 40)).toEqual([540, 660, 580, 620, 780, 700, 740]);
  });

  it('put a keyframe at its own beat', () => {
    const packets = [
      packet(40, 0, true),
      packet(80, 40),
      packet(null, 80, true),
      packet(null, 120),
      packet(200, 160),
    ];
    expect(timesOnTheBeat(packets, 40)).toEqual([40, 80, 120, 160, 200]);
  });

  it('are the decoding times where no presentation time is known, or the known ones keep no beat', () => {
    expect(timesOnTheBeat([packet(null, 0, true), packet(null, 40)], 40)).toEqual([0, 40]);
    expect(timesOnTheBeat([packet(0, 0, true), packet(57, 40), packet(null, 80)], 40)).toEqual([0, 57, 80]);
  });

  it('stay unknown where nothing is known', () => {
    expect(timesOnTheBeat([packet(0, 0, true), packet(57, 40), packet(null, null)], 40)).toEqual([
      0,
      57,
      null,
    ]);
  });
});
