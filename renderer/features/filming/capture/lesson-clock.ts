/** Counts the time that was really filmed, over segments; `now` is monotonic ms. */
export interface LessonClock {
  run(): void;
  halt(): void;
  elapsedMs(): number;
}

/** A clock that stands still until `run`; `from` is what was filmed before, in ms. */
export function createLessonClock(now: () => number, from = 0): LessonClock {
  let before = from;
  let since: number | null = null;
  const running = (): number => (since === null ? 0 : now() - since);
  return {
    run() {
      since ??= now();
    },
    halt() {
      before += running();
      since = null;
    },
    elapsedMs: () => before + running(),
  };
}
