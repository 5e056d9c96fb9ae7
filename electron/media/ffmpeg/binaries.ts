import { execFile } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../../../shared/contract/errors.ts';

type Tool = 'ffmpeg' | 'ffprobe';

export interface Binary {
  readonly tool: Tool;
  readonly path: string;
  readonly origin: 'chosen' | 'bundled' | 'installed';
}

const execute = promisify(execFile);
// Not named `require`: the bundler puts one of its own at the top of the same file.
const fromHere = createRequire(import.meta.url);

/**
 * Where ffmpeg and ffprobe are: chosen (environment), else bundled by the release, else the installer packages.
 * The only place that knows. A chosen path is used or refused, never silently passed over.
 * @param resourcesFolder where a release may carry `ffmpeg/<tool>`. @throws AppError `ffmpeg-missing`.
 */
export function findBinary(
  tool: Tool,
  resourcesFolder?: string,
  environment: NodeJS.ProcessEnv = process.env,
): Binary {
  const chosen = environment[tool === 'ffmpeg' ? 'DRIELUIK_FFMPEG' : 'DRIELUIK_FFPROBE'];
  if (chosen) return runnable({ tool, path: chosen, origin: 'chosen' });
  const name = process.platform === 'win32' ? `${tool}.exe` : tool;
  const bundled = resourcesFolder && join(resourcesFolder, 'ffmpeg', name);
  if (bundled && existsSync(bundled)) return runnable({ tool, path: bundled, origin: 'bundled' });
  return runnable({ tool, path: installed(tool, name), origin: 'installed' });
}

/** What a program says of itself: version and the year of its copyright line, which is its age. */
export async function binaryVersion(binary: Binary): Promise<{ version: string; year: number | null }> {
  const { stdout } = await execute(binary.path, ['-version'], { timeout: 20_000, windowsHide: true });
  const first = stdout.split('\n')[0] ?? '';
  const year = /Copyright \(c\) (?:\d{4}-)?(\d{4})/.exec(first)?.[1];
  return { version: /version (\S+)/.exec(first)?.[1] ?? '', year: year ? Number(year) : null };
}

/** The package's own index throws strings and passes over a file without its mode bit: the platform package is found directly. */
function installed(tool: Tool, name: string): string {
  try {
    const owner = dirname(fromHere.resolve(`@${tool}-installer/${tool}/package.json`));
    const platform = `@${tool}-installer/${process.platform}-${process.arch}/package.json`;
    const folder = dirname(fromHere.resolve(platform, { paths: [owner] }));
    // A program cannot be started from inside an archive; the packager puts it beside.
    return join(folder, name).replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');
  } catch (cause) {
    throw new AppError('ffmpeg-missing', { tool }, { cause });
  }
}

/** Install scripts are switched off, and they were what set the mode bit. */
function runnable(binary: Binary): Binary {
  try {
    accessSync(binary.path, constants.F_OK);
    if (!executable(binary.path)) chmodSync(binary.path, 0o755);
    return binary;
  } catch (cause) {
    throw new AppError('ffmpeg-missing', { tool: binary.tool }, { cause });
  }
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // That is the answer: there is no other way to ask.
    return false;
  }
}
