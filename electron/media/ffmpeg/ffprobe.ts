import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { AppError } from '../../../shared/contract/errors.ts';
import { errorFromStderr } from './errors.ts';
import { guardedInput } from './args.ts';

/** Reads a file with ffprobe behind the same guards as ffmpeg. */
export interface Prober {
  /**
   * Runs ffprobe and hands over what it prints, line by line. `patient` lets a damaged file answer with what could
   * be read. @throws AppError as a runner does.
   */
  lines(
    url: string,
    options: readonly string[],
    onLine: (line: string) => void,
    control?: ProbeControl,
  ): Promise<void>;
}

export interface ProbeControl {
  readonly signal?: AbortSignal | undefined;
  /** Killed as hung after this long; default 60 s. */
  readonly timeoutMs?: number | undefined;
}

export function createProber(ffprobePath: string): Prober {
  return { lines: (url, options, onLine, control = {}) => probe(ffprobePath, url, options, onLine, control) };
}

function probe(
  path: string,
  url: string,
  options: readonly string[],
  onLine: (line: string) => void,
  { signal, timeoutMs = 60_000 }: ProbeControl,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new AppError('cancelled'));
      return;
    }
    // Warnings too: that a container was guessed by its name alone is one of them.
    const args = ['-hide_banner', '-loglevel', 'warning', ...guardedInput, ...options, '-i', url];
    // The installed Linux build is static: reading a service name of a transport stream makes it load the system's
    // character tables, which crashes it. Without a place to look it leaves the name alone.
    const env = process.platform === 'linux' ? { ...process.env, GCONV_PATH: '/nonexistent' } : process.env;
    const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, env });
    let stderr = '';
    let hung = false;
    const kill = (): void => void child.kill('SIGKILL');
    const timer = setTimeout(() => {
      hung = true;
      kill();
    }, timeoutMs);
    signal?.addEventListener('abort', kill, { once: true });
    createInterface({ input: child.stdout }).on('line', onLine);
    child.stderr.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString()).slice(-8000)));
    child.on('error', (cause) => reject(new AppError('ffmpeg-missing', {}, { cause })));
    child.on('close', (code) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', kill);
      if (signal?.aborted) reject(new AppError('cancelled'));
      else if (hung) reject(new AppError('ffmpeg-hung'));
      else if (code === 0) resolve();
      else reject(readingError(stderr));
    });
  });
}

/** A reading that fails for a reason ffprobe has no words for, or that crashes it, is the file's fault. */
function readingError(stderr: string): AppError {
  const error = errorFromStderr(stderr);
  return error.code === 'ffmpeg-failed' ? new AppError('file-damaged', {}, { cause: error }) : error;
}
