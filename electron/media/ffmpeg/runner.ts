/** One end of a run: an address (`file:…`, `pipe:1`) and the options that stand before it. */
export interface FfmpegEnd {
  readonly options: readonly string[];
  readonly url: string;
}

/** One run of ffmpeg. Existing outputs are overwritten: callers only ever write part files of their own. */
export interface FfmpegRun {
  readonly inputs: readonly FfmpegEnd[];
  readonly outputs: readonly FfmpegEnd[];
  /** Length in ms of what is written: progress is ffmpeg's clock over this. Without it no progress is told. */
  readonly expectedMs?: number | undefined;
  /** 0–1, never smaller than before, at most every 100 ms. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Bytes of the output `pipe:1`. */
  readonly onStdout?: ((chunk: Buffer) => void) | undefined;
  /** Silence on both outputs after which the run counts as hung; 60,000 ms unless told. */
  readonly idleTimeoutMs?: number | undefined;
  /** Feeds the input `pipe:0`; without it stdin is held open for the `q` that ends a run tidily. */
  readonly stdin?: NodeJS.ReadableStream | undefined;
}

export interface FfmpegEnding {
  /** The last 8 kB of what ffmpeg said. */
  readonly stderrTail: string;
  readonly elapsedMs: number;
}

/**
 * The port to ffmpeg.
 * `run` throws AppError: `cancelled`, `ffmpeg-missing`, `ffmpeg-failed`, `ffmpeg-hung`, `disk-full`, `library-read-only`,
 * `file-damaged`, `file-truncated`, `file-refers-elsewhere`, `file-not-video`, `file-no-frames`, `source-vanished`,
 * `source-unreadable`. Part files are left to the caller, who knows what they are.
 */
export interface FfmpegRunner {
  run(run: FfmpegRun): Promise<FfmpegEnding>;
}
