/** Smooth step from 0 to 1 while `t` goes from `from` to `to`. */
export function ease(t: number, from: number, to: number): number {
  const x = Math.min(1, Math.max(0, (t - from) / (to - from)));
  return x * x * (3 - 2 * x);
}

/** 0 → 1 → 0: up in `up` seconds after `from`, down in `down` seconds before `to`. */
export function hold(t: number, from: number, to: number, up = 0.45, down = 0.45): number {
  return Math.min(ease(t, from, from + up), 1 - ease(t, to - down, to));
}

export function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

/** A repeatable number 0–1 for a seed, so that two runs of the recipe draw the same lesson. */
export function chance(seed: number): number {
  const x = Math.sin(seed * 127.1 + 311.7) * 43758.5453;
  return x - Math.floor(x);
}

/** 1 for the tenth of a second in which somebody blinks. */
export function blink(t: number, seed: number): number {
  const period = 3.1 + chance(seed) * 2;
  const phase = (t + chance(seed + 9) * period) % period;
  return phase < 0.14 ? 1 : 0;
}

/** How wide a mouth stands open while its owner speaks, 0–1. */
export function chatter(t: number, seed: number): number {
  return Math.abs(Math.sin(t * 11 + seed) * 0.6 + Math.sin(t * 17.3 + seed * 2) * 0.4);
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Elbow or knee of a limb of two equal bones from `a` towards `b`; `side` says which way it bends. */
export function joint(a: Spot, b: Spot, bone: number, side: 1 | -1): { middle: Spot; end: Spot } {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const whole = Math.hypot(dx, dy) || 1;
  const reach = Math.min(whole, bone * 1.98);
  const end = { x: a.x + (dx / whole) * reach, y: a.y + (dy / whole) * reach };
  const bulge = Math.sqrt(Math.max(0, bone * bone - (reach / 2) * (reach / 2)));
  return {
    middle: {
      x: (a.x + end.x) / 2 - (dy / whole) * bulge * side,
      y: (a.y + end.y) / 2 + (dx / whole) * bulge * side,
    },
    end,
  };
}
