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

/**
 * Looks for each program when it is first needed: a machine without ffmpeg still opens its library and its notes.
 * @param resourcesFolder where a release may carry programs of its own.
 */
export function createMediaTools(resourcesFolder: string): MediaTools {
  const ffmpeg = once(() => createFluentRunner(findBinary('ffmpeg', resourcesFolder).path));
  const ffprobe = once(() => createProber(findBinary('ffprobe', resourcesFolder).path));
  return {
    runner: { run: async (run) => ffmpeg().run(run) },
    prober: { lines: async (...asked) => ffprobe().lines(...asked) },
    report: () =>
      Promise.all(
        (['ffmpeg', 'ffprobe'] as const).map(async (tool) => {
          const binary = findBinary(tool, resourcesFolder);
          return { ...binary, ...(await binaryVersion(binary)) };
        }),
      ),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
