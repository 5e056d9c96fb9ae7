import type { ChildProcess } from 'node:child_process';
import { Writable } from 'node:stream';
import { AppError } from '../../../shared/contract/errors.ts';
import { progressOver } from './progress.ts';
import type { FfmpegRun } from './runner.ts';

const tailLength = 8192;
const defaultIdleMs = 60_000;
/** Time given to end tidily after `q` before the process is killed. */
const graceMs = 1500;

export interface Supervision {
  stderrTail(): string;
  /** The reason why we ended the process ourselves; null when it ended by itself. */
  ended(): AppError | null;
  /** Stops watching: to be called when the process is gone. */
  stop(): void;
}

/**
 * Watches a running ffmpeg: keeps the tail of its words, tells progress, ends it on cancel
 * (`q` on stdin, SIGKILL after a grace) and when it stays silent too long.
 */
export function supervise(child: ChildProcess, run: FfmpegRun): Supervision {
  let tail = '';
  let ended: AppError | null = null;
  let grace: NodeJS.Timeout | undefined;
  const idleMs = run.idleTimeoutMs ?? defaultIdleMs;
  const kill = (): boolean => child.kill('SIGKILL');
  const progress =
    run.onProgress && run.expectedMs ? progressOver(run.expectedMs, run.onProgress) : undefined;

  const idle = setTimeout(() => {
    ended ??= new AppError('ffmpeg-hung', { seconds: Math.round(idleMs / 1000) });
    kill();
  }, idleMs);
  const alive = (): void => void idle.refresh();
  child.stderr?.on('data', (chunk: Buffer | string) => {
    alive();
    const text = chunk.toString();
    tail = (tail + text).slice(-tailLength);
    progress?.(text);
  });
  child.stdout?.on('data', alive);

  const cancel = (): void => {
    ended ??= new AppError('cancelled');
    if (run.stdin || !child.stdin?.writable) {
      kill();
      return;
    }
    child.stdin.write('q\n');
    grace = setTimeout(kill, graceMs);
  };
  // The process may be gone before it has read its input; how it ended says all there is to say.
  child.stdin?.on('error', () => undefined);
  if (run.stdin && child.stdin) {
    run.stdin.on('error', (cause: unknown) => {
      ended ??= new AppError('source-unreadable', {}, { cause });
      kill();
    });
    run.stdin.pipe(child.stdin);
  }
  if (run.signal?.aborted) cancel();
  else run.signal?.addEventListener('abort', cancel, { once: true });

  return {
    stderrTail: () => tail,
    ended: () => ended,
    stop() {
      clearTimeout(idle);
      clearTimeout(grace);
      run.signal?.removeEventListener('abort', cancel);
    },
  };
}

/** Takes the bytes of stdout; `done` settles when the last of them was handed on. */
export function stdoutSink(onStdout: ((chunk: Buffer) => void) | undefined): {
  readonly stream: Writable;
  readonly done: Promise<void>;
} {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stream = new Writable({
    // fluent-ffmpeg kills the process 20 ms after its output stream closes: too early on a busy machine.
    emitClose: false,
    write(chunk: Buffer, _encoding, next) {
      onStdout?.(chunk);
      next();
    },
    final(next) {
      resolve();
      next();
    },
  });
  return { stream, done: promise };
}
