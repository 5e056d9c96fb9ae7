import { binaryVersion, findBinary } from './ffmpeg/binaries.ts';
import { createProber, type Prober } from './ffmpeg/ffprobe.ts';
import { createFluentRunner } from './ffmpeg/fluent-adapter.ts';
import type { FfmpegRunner } from './ffmpeg/runner.ts';

/** The programs that read and write video. */
export interface MediaTools {
  readonly runner: FfmpegRunner;
  readonly prober: Prober;
  /** Path, origin, version and age of each program, for the diagnostics page. */
  report(): Promise<
    {
      tool: 'ffmpeg' | 'ffprobe';
      path: string;
      origin: 'chosen' | 'bundled' | 'installed';
      version: string;
      year: number | null;
    }[]
  >;
}

/** @param resourcesFolder where a release may carry programs of its own. */
export function createMediaTools(resourcesFolder: string): MediaTools {
  const binaries = [findBinary('ffmpeg', resourcesFolder), findBinary('ffprobe', resourcesFolder)] as const;
  const [ffmpeg, ffprobe] = binaries;
  return {
    runner: createFluentRunner(ffmpeg.path),
    prober: createProber(ffprobe.path),
    report: () =>
      Promise.all(binaries.map(async (binary) => ({ ...binary, ...(await binaryVersion(binary)) }))),
  };
}
