import { describe, expect, it } from 'vitest';
import {
  fittingLayout,
  movedDivider,
  smallestShare,
  toggledPanel,
} from '../../../renderer/ui/triptych/layout.ts';

const usual = [0.5, 0.25, 0.25];
const open = { shares: usual, folded: [false, false, false] };

describe('the three panels', () => {
  it('give and take between the two beside a divider; the third stays as it is', () => {
    const { shares } = movedDivider(open, 0, 0.05);
    expect(shares[0]).toBeCloseTo(0.55);
    expect(shares[1]).toBeCloseTo(0.2);
    expect(shares[2]).toBe(0.25);
  });

  it('never get too narrow to use, however far one drags', () => {
    expect(movedDivider(open, 0, 5).shares[1]).toBeCloseTo(smallestShare);
    expect(movedDivider(open, 1, -5).shares[1]).toBeCloseTo(smallestShare);
    expect(movedDivider(open, 2, 0.1)).toBe(open);
  });

  it('fold and open again, but the last open one stays', () => {
    const two = toggledPanel(toggledPanel(open, 1), 2);
    expect(two.folded).toEqual([false, true, true]);
    expect(toggledPanel(two, 0)).toBe(two);
    expect(toggledPanel(two, 1).folded).toEqual([false, false, true]);
  });

  it('come back as they were left', () => {
    const left = { shares: [0.6, 0.2, 0.2], folded: [false, true, false] };
    expect(fittingLayout(JSON.parse(JSON.stringify(left)), usual)).toEqual(left);
  });

  it.each([
    null,
    'nonsense',
    { shares: [0.5, 0.5], folded: [false, false] },
    { shares: [0.9, 0.9, 0.9], folded: [false, false, false] },
    { shares: [0.98, 0.01, 0.01], folded: [false, false, false] },
    { shares: usual, folded: [true, true, true] },
  ])('take the usual widths when what was kept does not fit: %j', (kept) => {
    expect(fittingLayout(kept, usual)).toEqual(open);
  });
});
