/** One promise about speed. `ratio` is what was measured over what it is measured against; it may not pass `limit`. */
export interface Bench {
  readonly name: string;
  readonly promise: string;
  readonly limit: number;
  run(ctx: BenchContext): Promise<{ ratio: number; detail: Record<string, number | string> }>;
}

export interface BenchContext {
  /** A folder of the bench's own; removed afterwards. */
  readonly tmp: string;
  log(line: string): void;
}

/** Runs a piece of work. @returns how long it took, in ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** The middle one of an odd number of measurements: one hiccup of a busy machine does not count. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
