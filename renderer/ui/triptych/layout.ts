/** Widths of the panels as shares that add up to 1, and which are folded away. */
export interface TriptychLayout {
  readonly shares: readonly number[];
  readonly folded: readonly boolean[];
}

/** No open panel gets narrower than this share of the open ones. */
export const smallestShare = 0.18;

/** Moves the divider after panel `at` by a share; the two panels beside it give and take. */
export function movedDivider(layout: TriptychLayout, at: number, by: number): TriptychLayout {
  const left = layout.shares[at];
  const right = layout.shares[at + 1];
  if (left === undefined || right === undefined) return layout;
  const room = left + right;
  const low = Math.min(smallestShare, room / 2);
  const moved = Math.min(Math.max(left + by, low), room - low);
  const shares = layout.shares.map((share, index) => {
    if (index === at) return moved;
    return index === at + 1 ? room - moved : share;
  });
  return { ...layout, shares };
}

/** Folds a panel away or opens it again; the last open one stays. */
export function toggledPanel(layout: TriptychLayout, at: number): TriptychLayout {
  const folded = layout.folded.map((fold, index) => (index === at ? !fold : fold));
  return folded.every(Boolean) ? layout : { ...layout, folded };
}

/** A layout that was kept, if it fits this many panels; otherwise the usual one. */
export function fittingLayout(kept: unknown, usual: readonly number[]): TriptychLayout {
  const fresh = { shares: usual, folded: usual.map(() => false) };
  if (typeof kept !== 'object' || kept === null || !('shares' in kept) || !('folded' in kept)) return fresh;
  const { shares, folded } = kept;
  if (!isList(shares, 'number') || !isList(folded, 'boolean')) return fresh;
  const sum = shares.reduce((total, share) => total + share, 0);
  const fits = shares.length === usual.length && folded.length === usual.length && Math.abs(sum - 1) < 0.01;
  return fits && shares.every((share) => share > 0.05) && !folded.every(Boolean) ? { shares, folded } : fresh;
}

function isList<T extends 'number' | 'boolean'>(
  value: unknown,
  type: T,
): value is (T extends 'number' ? number : boolean)[] {
  return Array.isArray(value) && value.every((one) => typeof one === type);
}
