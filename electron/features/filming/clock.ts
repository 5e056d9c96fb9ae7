import { uptime } from 'node:os';

/** A moment on clocks that nobody can set. Ms. */
export interface Instant {
  /** Runs while the app runs; stands still while the laptop sleeps, on most systems. */
  readonly running: number;
  /** Since the laptop was started, sleep included; to 10 ms or a second, by system. */
  readonly sinceBoot: number;
}

/** Lengths come from `now`; the wall clock, which may be set at any moment, is for labels only. */
export interface FilmingClock {
  now(): Instant;
  /** Ms since 1970. */
  wall(): number;
}

export const systemClock: FilmingClock = {
  now: () => ({ running: performance.now(), sinceBoot: uptime() * 1000 }),
  wall: () => Date.now(),
};

/** What lies between the two clocks' roundings is no sleep. */
const roundingMs = 1500;

/** Time from one moment to the next, sleep included. Whole ms. */
export function between(from: Instant, to: Instant): number {
  const awake = to.running - from.running;
  const all = to.sinceBoot - from.sinceBoot;
  return Math.max(0, Math.round(all > awake + roundingMs ? all : awake));
}
