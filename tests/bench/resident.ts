import { readFileSync } from 'node:fs';

/** Resident memory of a process in MB as Linux tells it; 0 where there is no /proc. */
export function residentMb(pid: number): number {
  if (process.platform !== 'linux') return 0;
  const kb = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb ?? 0) / 1000;
}

export interface Sample {
  readonly atMs: number;
  readonly mb: number;
}

/** How fast memory grows, in MB a minute: the straight line through all samples (least squares). */
export function slopeMbPerMinute(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number): number =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [at, mb] = [mean((sample) => sample.atMs), mean((sample) => sample.mb)];
  const up = samples.reduce((sum, sample) => sum + (sample.atMs - at) * (sample.mb - mb), 0);
  const along = samples.reduce((sum, sample) => sum + (sample.atMs - at) ** 2, 0);
  return along === 0 ? 0 : (up / along) * 60_000;
}
