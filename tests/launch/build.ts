import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from './root.ts';
import { run } from './run.ts';

const sources = [
  'electron/**/*',
  'renderer/**/*',
  'shared/**/*',
  'resources/locales/**/*',
  'package-lock.json',
  'electron.vite.config.ts',
];
const built = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];
const startPage = join('renderer', 'index.html');
const dayMs = 24 * 3600 * 1000;

/** Builds main, preload and page when anything they are made of is newer than what is there. @throws when it fails. */
export async function build(): Promise<void> {
  if (isFresh()) return;
  const began = new Date();
  const fresh = join(root, `out-${process.pid}`);
  try {
    const cli = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
    const args = [cli, 'build', '--logLevel', 'warn'];
    const { code, output } = await run(process.execPath, args, { env: { DRIELUIK_OUT: fresh } });
    if (code !== 0) throw new Error(`the build failed:\n${output.slice(-4000)}`);
    putInPlace(fresh, join(root, 'out'), began);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * Puts a new build over the last one, under an app that may be running: what its page still has to load stays for a
 * day, and the start page that names the new parts comes after them.
 * @param began when the build began: what changed since is not in it, so its files must not look newer than that.
 */
export function putInPlace(fresh: string, out: string, began: Date): void {
  const files = globSync('**/*', { cwd: fresh }).filter((path) => statSync(join(fresh, path)).isFile());
  for (const path of files.toSorted((a, b) => Number(a === startPage) - Number(b === startPage))) {
    const to = join(out, path);
    mkdirSync(dirname(to), { recursive: true });
    const part = `${to}.part`;
    copyFileSync(join(fresh, path), part);
    utimesSync(part, began, began);
    renameSync(part, to);
  }
  const assets = join('renderer', 'assets');
  const kept = new Set(files.filter((path) => dirname(path) === assets).map((path) => basename(path)));
  for (const name of readdirSync(join(out, assets))) {
    const path = join(out, assets, name);
    if (!kept.has(name) && statSync(path).mtimeMs < began.getTime() - dayMs) rmSync(path);
  }
}

function isFresh(): boolean {
  if (!built.every((path) => existsSync(join(root, path)))) return false;
  const oldest = Math.min(...built.map((path) => statSync(join(root, path)).mtimeMs));
  return globSync(sources, { cwd: root }).every((path) => statSync(join(root, path)).mtimeMs <= oldest);
}
