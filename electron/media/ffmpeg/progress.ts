const timemark = /time=\s*(\d+):(\d\d):(\d\d(?:\.\d+)?)/g;
const everyMs = 100;

/** The last position in ms that a piece of ffmpeg's statistics tells; null when none (`N/A` and negative are none). */
export function positionMs(text: string): number | null {
  let last: number | null = null;
  for (const [, hours, minutes, secs] of text.matchAll(timemark)) {
    last = Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(secs)) * 1000);
  }
  return last;
}

/**
 * Turns ffmpeg's clock into a fraction of a known length (ms): never backwards (the clock jumps back at each new output),
 * told at most every 100 ms. fluent-ffmpeg's own percent is relative to the whole input and therefore not used.
 */
export function progressOver(
  expectedMs: number,
  tell: (fraction: number) => void,
  now: () => number = Date.now,
): (stderr: string) => void {
  let best = 0;
  let toldAt = -Infinity;
  return (stderr) => {
    const at = positionMs(stderr);
    if (at === null || expectedMs <= 0) return;
    const fraction = Math.min(1, at / expectedMs);
    if (fraction <= best || now() - toldAt < everyMs) return;
    best = fraction;
    toldAt = now();
    tell(fraction);
  };
}
