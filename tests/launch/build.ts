import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

/** Builds main, preload and page when anything they are made of is newer than what is there. @throws when it fails. */
export async function build(): Promise<void> {
  if (isFresh()) return;
  const { code, output } = await run(process.execPath, [
    join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
    'build',
    '--logLevel',
    'warn',
  ]);
  if (code !== 0) throw new Error(`the build failed:\n${output.slice(-4000)}`);
}

function isFresh(): boolean {
  if (!built.every((path) => existsSync(join(root, path)))) return false;
  const oldest = Math.min(...built.map((path) => statSync(join(root, path)).mtimeMs));
  return globSync(sources, { cwd: root }).every((path) => statSync(join(root, path)).mtimeMs <= oldest);
}
