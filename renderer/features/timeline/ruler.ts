import { toMs, type View } from './view.ts';

export interface Tick {
  readonly ms: number;
  /** Carries its time in words; the ticks between are only lines. */
  readonly labelled: boolean;
}

const steps = [
  100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000,
  3_600_000,
] as const;
const labelRoomPx = 84;
const parts = 5;

/** Ticks of the time ruler: a label about every 84 pixels, on round times, with four lines between. */
export function ticksOf(view: View): Tick[] {
  const wanted = labelRoomPx * view.msPerPx;
  const step = steps.find((ms) => ms >= wanted) ?? 3_600_000;
  const small = step / parts;
  const first = Math.max(0, Math.ceil(view.fromMs / small - 1e-6));
  const last = Math.floor(Math.min(toMs(view), view.durationMs) / small + 1e-6);
  const ticks: Tick[] = [];
  for (let n = first; n <= last; n += 1) ticks.push({ ms: n * small, labelled: n % parts === 0 });
  return ticks;
}
