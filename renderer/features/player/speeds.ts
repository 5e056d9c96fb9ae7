/** The speeds of the player; the sound keeps its pitch at each. */
export const speeds = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/** The next speed up (1) or down (-1) from a rate; stays at the ends. */
export function nextSpeed(rate: number, direction: 1 | -1): number {
  const at = speeds.reduce(
    (best, speed, i) => (Math.abs(speed - rate) < Math.abs((speeds[best] ?? 1) - rate) ? i : best),
    0,
  );
  return speeds[Math.min(Math.max(at + direction, 0), speeds.length - 1)] ?? 1;
}
