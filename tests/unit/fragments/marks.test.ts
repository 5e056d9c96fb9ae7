import { describe, expect, it } from 'vitest';
import { withEnd } from '../../../renderer/features/fragments/use-marks.ts';
import { playInARow } from '../../../renderer/features/player/play-in-a-row.ts';

describe('marking with I and O', () => {
  const nothing = { inFrame: null, outFrame: null };

  it('begins with the frame on screen and ends after the frame on screen', () => {
    const begun = withEnd(nothing, 'in', 26);
    expect(withEnd(begun, 'out', 76)).toEqual({ inFrame: 26, outFrame: 77 });
    expect(withEnd(begun, 'out', 26)).toEqual({ inFrame: 26, outFrame: 27 });
  });

  it('lets the other end go when the range would be empty or backwards', () => {
    const range = { inFrame: 26, outFrame: 77 };
    expect(withEnd(range, 'in', 80)).toEqual({ inFrame: 80, outFrame: null });
    expect(withEnd(range, 'in', 77)).toEqual({ inFrame: 77, outFrame: null });
    expect(withEnd(range, 'out', 20)).toEqual({ inFrame: null, outFrame: 21 });
  });
});

describe('fragments in a row', () => {
  it('plays each after the one before has ended, and then says so', () => {
    const played: number[] = [];
    const ends: (() => void)[] = [];
    const started: number[] = [];
    const control = {
      playRange: (range: { inFrame: number }, options?: { onEnd?: () => void }) => {
        played.push(range.inFrame);
        if (options?.onEnd) ends.push(options.onEnd);
      },
    };
    const ranges = [
      { inFrame: 10, outFrame: 20 },
      { inFrame: 50, outFrame: 60 },
    ];
    playInARow(control, ranges, (at) => started.push(at));
    expect(played).toEqual([10]);
    ends.shift()?.();
    expect(played).toEqual([10, 50]);
    ends.shift()?.();
    expect(played).toEqual([10, 50]);
    expect(started).toEqual([0, 1]);
  });
});
