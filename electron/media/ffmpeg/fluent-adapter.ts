import ffmpeg from 'fluent-ffmpeg';
import type { ChildProcess } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { AppError } from '../../../shared/contract/errors.ts';
import { argumentsOf } from './args.ts';
import { errorFromStart, errorFromStderr } from './errors.ts';
import type { FfmpegEnding, FfmpegRun, FfmpegRunner } from './runner.ts';
import { stdoutSink, supervise, type Supervision } from './supervise.ts';

/**
 * What of fluent-ffmpeg 2.1.3 (archived, pinned) has to be set aside for one command:
 * - `_getFfmpegPath`: `setFfmpegPath` is shared by all commands of the process;
 * - `_getArguments`: it adds `-y`, splits options at spaces and moves inputs to the front;
 * - `_checkCapabilities`, `availableEncoders`: two more starts of ffmpeg whose lists it cannot read in newer versions.
 */
interface FluentInternals {
  _getFfmpegPath(done: (error: null, path: string) => void): void;
  _getArguments(): string[];
  _checkCapabilities(done: () => void): void;
  availableEncoders(done: (error: null, encoders: object) => void): void;
  readonly ffmpegProc?: ChildProcess;
}

/** The port by way of fluent-ffmpeg; its only importer. */
export function createFluentRunner(ffmpegPath: string): FfmpegRunner {
  return { run: (run) => runOnce(ffmpegPath, run) };
}

async function runOnce(path: string, run: FfmpegRun): Promise<FfmpegEnding> {
  if (run.signal?.aborted) throw new AppError('cancelled');
  // fluent-ffmpeg throws outside every promise when the program cannot be started: seen before, not after.
  await access(path, constants.X_OK).catch((error: unknown) => {
    throw errorFromStart(error);
  });
  const startedAt = performance.now();
  const sink = stdoutSink(run.onStdout);
  const command = ffmpeg({ stdoutLines: 1 }).output(sink.stream);
  const internals = command as unknown as FluentInternals;
  internals._getFfmpegPath = (done) => done(null, path);
  internals._getArguments = () => argumentsOf(run);
  internals._checkCapabilities = (done) => done();
  internals.availableEncoders = (done) => done(null, {});

  let watch: Supervision | undefined;
  try {
    const failure = await new Promise<Error | null>((resolve) => {
      command.on('start', () => {
        const child = internals.ffmpegProc;
        if (child) watch = supervise(child, run);
      });
      command.on('end', () => resolve(null));
      command.on('error', (error) => resolve(error));
      command.run();
    });
    const ended = watch?.ended();
    if (ended) throw ended;
    if (failure) {
      throw watch ? errorFromStderr(watch.stderrTail()) : errorFromStart(failure);
    }
    await sink.done;
    return { stderrTail: watch?.stderrTail() ?? '', elapsedMs: performance.now() - startedAt };
  } finally {
    watch?.stop();
  }
}
