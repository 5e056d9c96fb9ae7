/**
 * Frames and time. Recording time starts at 0 at the first frame shown and is counted in ms (fractions allowed).
 * A range is half-open: `[inFrame, outFrame)`; pressing O on the frame seen sets `outFrame` to that frame + 1.
 */
export interface FrameClock {
  readonly frameCount: number;
  /** Presentation time of a frame in ms, 0 for the first; for `frameCount` the end of the last frame. */
  timeOf(frame: number): number;
  /** The frame shown at a moment: the last one that has begun. Clamped to what there is. */
  frameAt(ms: number): number;
}

export interface FrameRange {
  readonly inFrame: number;
  readonly outFrame: number;
}

/** A clock for a constant rate. @param num frames per @param den seconds, as ffprobe writes 30000/1001. */
export function constantClock(num: number, den: number, frameCount: number): FrameClock {
  const frameMs = (1000 * den) / num;
  return {
    frameCount,
    timeOf: (frame) => clamp(frame, 0, frameCount) * frameMs,
    // A whisker forward: 0.1 + 0.2 must not fall into the frame before.
    frameAt: (ms) => clamp(Math.floor(ms / frameMs + 1e-6), 0, frameCount - 1),
  };
}

/** A clock for a variable rate. @param timesMs start of each frame, rising. @param endMs end of the last frame. */
export function variableClock(timesMs: readonly number[], endMs: number): FrameClock {
  const frameCount = timesMs.length;
  return {
    frameCount,
    timeOf: (frame) => (frame >= frameCount ? endMs : (timesMs[Math.max(0, frame)] ?? endMs)),
    frameAt(ms) {
      let low = 0;
      let high = frameCount - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((timesMs[middle] ?? Infinity) <= ms + 1e-3) low = middle;
        else high = middle - 1;
      }
      return Math.max(0, low);
    },
  };
}

/** Why a range cannot be a fragment; null when it can. */
export function rangeProblem(range: FrameRange, frameCount: number): 'range-empty' | 'range-outside' | null {
  if (range.inFrame < 0 || range.outFrame > frameCount) return 'range-outside';
  return range.outFrame > range.inFrame ? null : 'range-empty';
}

/** The range between two moments: from the frame that is nearest to one boundary to the one nearest the other. */
export function rangeBetween(clock: FrameClock, fromMs: number, toMs: number): FrameRange {
  return { inFrame: nearestBoundary(clock, fromMs), outFrame: nearestBoundary(clock, toMs) };
}

/** The frame whose start is nearest to a moment; `frameCount` stands for the end of the last. */
export function nearestBoundary(clock: FrameClock, ms: number): number {
  const frame = clock.frameAt(ms);
  const before = Math.abs(ms - clock.timeOf(frame));
  const after = Math.abs(clock.timeOf(frame + 1) - ms);
  return after < before ? frame + 1 : frame;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
