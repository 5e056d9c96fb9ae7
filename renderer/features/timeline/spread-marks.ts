/** A mark to be placed: an observation at its moment. */
export interface Mark {
  readonly id: string;
  readonly x: number;
}

/** One place on the marks strip: a single mark, or a bundle where there is no room left to spread. */
export interface PlacedMark {
  readonly ids: readonly string[];
  /** Where its moment is; a thin line leads there. */
  readonly trueX: number;
  readonly x: number;
  readonly row: number;
}

export interface SpreadRules {
  readonly rows: number;
  readonly markPx: number;
  /** How far a mark may stand from its moment before it joins its neighbours in a bundle. */
  readonly reachPx: number;
}

export const usualRules: SpreadRules = { rows: 3, markPx: 18, reachPx: 20 };

/**
 * Spreads marks so that none covers another: first over the rows, then sideways within reach, and only then
 * into a bundle that says how many it holds. Where the rows cannot hold them at all they are bundled at once. Every mark is in exactly one place.
 * @param marks in order of time.
 */
export function spreadMarks(marks: readonly Mark[], rules: SpreadRules = usualRules): PlacedMark[] {
  const nextFree = Array.from({ length: rules.rows }, () => Number.NEGATIVE_INFINITY);
  const placed: { ids: string[]; trueX: number; x: number; row: number }[] = [];
  for (let n = 0; n < marks.length; n += 1) {
    const mark = marks[n];
    if (!mark) continue;
    const crowd = crowdFrom(marks, n, rules);
    if (crowd) {
      const middle = (mark.x + (crowd.at(-1)?.x ?? mark.x)) / 2;
      const row = roomiestRow(nextFree, middle);
      const x = Math.max(middle, nextFree[row] ?? middle);
      nextFree[row] = x + rules.markPx;
      placed.push({ ids: crowd.map(({ id }) => id), trueX: middle, x, row });
      n += crowd.length - 1;
      continue;
    }
    const row = roomiestRow(nextFree, mark.x);
    const x = Math.max(mark.x, nextFree[row] ?? mark.x);
    const last = placed.at(-1);
    if (x - mark.x > rules.reachPx && last) {
      last.ids.push(mark.id);
      continue;
    }
    nextFree[row] = x + rules.markPx;
    placed.push({ ids: [mark.id], trueX: mark.x, x, row });
  }
  return placed;
}

/** Marks so close together that the rows cannot hold them: they become one bundle. Null where there is room. */
function crowdFrom(marks: readonly Mark[], from: number, rules: SpreadRules): readonly Mark[] | null {
  const start = marks[from]?.x ?? 0;
  let end = from;
  while ((marks[end]?.x ?? Number.POSITIVE_INFINITY) < start + rules.markPx) end += 1;
  return end - from > rules.rows ? marks.slice(from, end) : null;
}

/** The highest row where the mark can stand on its own moment, else the row that comes free first. */
function roomiestRow(nextFree: readonly number[], x: number): number {
  const open = nextFree.findIndex((free) => free <= x);
  return open >= 0 ? open : nextFree.indexOf(Math.min(...nextFree));
}

/** The place under a pointer; null where there is none. */
export function placeAt(
  placed: readonly PlacedMark[],
  x: number,
  y: number,
  rowPx: number,
  rules: SpreadRules = usualRules,
): PlacedMark | null {
  const row = Math.floor(y / rowPx);
  const half = rules.markPx / 2;
  return placed.find((place) => place.row === row && Math.abs(place.x - x) <= half) ?? null;
}
