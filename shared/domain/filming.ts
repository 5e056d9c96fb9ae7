/**
 * The rules of filming that need no machine: what a disk still holds, which containers survive a power cut, and where
 * a moment of a segment ends up in the recording. Times in ms, sizes in bytes.
 */

/** Never filmed into: the system and the database need it to go on. */
export const diskReserveBytes = 512 * 1024 * 1024;
export const warnAtMs = 10 * 60_000;
const longestMs = 48 * 3_600_000;

export interface DiskFacts {
  readonly freeBytes: number;
  /** What this lesson has on disk by now: making one file of it takes that much again. */
  readonly filmedBytes: number;
  readonly bitsPerSecond: number;
}

/**
 * How long one can go on filming so that the lesson can still be made whole and the reserve stays.
 * @returns `stop` when that is over, `warn` in the last ten minutes.
 */
export function diskLeft({ freeBytes, filmedBytes, bitsPerSecond }: DiskFacts): {
  leftMs: number;
  verdict: 'enough' | 'warn' | 'stop';
} {
  const usable = freeBytes - diskReserveBytes - filmedBytes;
  // Twice: the segments, and the file they become.
  const leftMs = Math.floor(Math.min(longestMs, Math.max(0, (usable * 8000) / (2 * bitsPerSecond))));
  return { leftMs, verdict: usable <= 0 ? 'stop' : leftMs < warnAtMs ? 'warn' : 'enough' };
}

/** A lesson of unknown length is not begun when not even ten minutes fit. */
export function fits(leftMs: number, plannedMs: number | null): boolean {
  return leftMs >= (plannedMs ?? warnAtMs);
}

const endings: Readonly<Record<string, string>> = {
  'video/mp4': '.mp4',
  'audio/mp4': '.mp4',
  'video/webm': '.webm',
  'audio/webm': '.webm',
  'video/x-matroska': '.mkv',
  'audio/x-matroska': '.mkv',
};

/**
 * The file ending of a container a recorder may write: one that is readable up to where it broke off. A browser's MP4 is
 * a fragmented one. Null for any other.
 */
export function crashSafeEnding(mimeType: string): string | null {
  return endings[mimeType.split(';')[0]?.trim().toLowerCase() ?? ''] ?? null;
}

/** Where a segment stands in the recording they became together. */
export interface PlacedSegment {
  readonly startMs: number;
  readonly lengthMs: number;
}

/** The recording's moment of a moment in a segment: a flag dropped after the last frame that was kept lands on that frame. */
export function momentOf({ startMs, lengthMs }: PlacedSegment, offsetMs: number): number {
  return Math.round(startMs + Math.min(offsetMs, Math.max(0, lengthMs - 1)));
}
