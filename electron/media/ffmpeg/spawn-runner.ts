import { spawn } from 'node:child_process';
import { AppError } from '../../../shared/contract/errors.ts';
import { argumentsOf } from './args.ts';
import { errorFromStart, errorFromStderr } from './errors.ts';
import type { FfmpegEnding, FfmpegRun, FfmpegRunner } from './runner.ts';
import { stdoutSink, supervise } from './supervise.ts';

/** Runs ffmpeg by a plain spawn: the yardstick that the adapter of the archived wrapper is held against. */
export function createSpawnRunner(ffmpegPath: string): FfmpegRunner {
  return { run: (run) => spawnOnce(ffmpegPath, run) };
}

async function spawnOnce(path: string, run: FfmpegRun): Promise<FfmpegEnding> {
  if (run.signal?.aborted) throw new AppError('cancelled');
  const startedAt = performance.now();
  const child = spawn(path, argumentsOf(run), { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
  const watch = supervise(child, run);
  const sink = stdoutSink(run.onStdout);
  child.stdout.pipe(sink.stream);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', (error) => reject(errorFromStart(error)));
      child.once('close', (code) => resolve(code));
    });
    const ended = watch.ended();
    if (ended) throw ended;
    if (code !== 0) throw errorFromStderr(watch.stderrTail());
    await sink.done;
    return { stderrTail: watch.stderrTail(), elapsedMs: performance.now() - startedAt };
  } finally {
    watch.stop();
  }
}
