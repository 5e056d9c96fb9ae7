/** Progress of one run: never backwards, told at most every 100 ms, with an estimate of the time left. */
export interface Progress {
  report(fraction: number): void;
  fraction(): number;
  /** Milliseconds left, from the speed so far; null in the first second and below 2 %. */
  leftMs(): number | null;
  stop(): void;
}

const everyMs = 100;

/** @param tell called when there is something new to show. */
export function createProgress(tell: () => void, now: () => number = Date.now): Progress {
  const startedAt = now();
  let fraction = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    report(next) {
      const bounded = Math.min(1, next);
      if (!(bounded > fraction)) return;
      fraction = bounded;
      timer ??= setTimeout(() => {
        timer = undefined;
        tell();
      }, everyMs);
    },
    fraction: () => fraction,
    leftMs() {
      const spent = now() - startedAt;
      return fraction < 0.02 || spent < 1000 ? null : Math.round((spent / fraction) * (1 - fraction));
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
