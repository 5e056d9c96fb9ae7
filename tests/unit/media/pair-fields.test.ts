import { describe, expect, it } from 'vitest';
import { pairFields } from '../../../electron/media/frames/pair-fields.ts';

const packet = (pts: number | null, key = false, duration = 20) => ({ pts, dts: pts, key, duration });

describe('packets of fields', () => {
  it('become frames, whether each field has a time or only the first', () => {
    expect(pairFields([packet(0, true), packet(20), packet(40), packet(null)], 40)).toEqual([
      packet(0, true, 40),
      packet(40, false, 40),
    ]);
  });

  it('stay as they are where frames are coded whole', () => {
    const mixed = [packet(0, true, 40), packet(40), packet(60), packet(80, false, 40)];
    expect(pairFields(mixed, 40)).toEqual([
      packet(0, true, 40),
      packet(40, false, 40),
      packet(80, false, 40),
    ]);
  });

  it('find their step again at a keyframe after half a frame was lost', () => {
    const torn = [packet(20), packet(40, true), packet(60), packet(80), packet(100)];
    expect(pairFields(torn, 40)).toEqual([packet(20), packet(40, true, 40), packet(80, false, 40)]);
  });

  it('are not joined over a gap', () => {
    const gap = [packet(0, true), packet(100), packet(120)];
    expect(pairFields(gap, 40)).toEqual([packet(0, true), packet(100, false, 40)]);
  });
});
