import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';
import { run } from './run.ts';

const names: Partial<Record<NodeJS.Platform, string>> = {
  darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'),
  win32: 'electron.exe',
};

/** Electron's program where it is already on this machine (`ELECTRON_OVERRIDE_DIST_PATH` first); undefined where not. */
export function findElectron(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules/electron/dist');
  const path = join(folder, names[process.platform] ?? 'electron');
  return existsSync(path) ? path : undefined;
}

/** Tries to fetch Electron's program, half a minute at most; where the network does not lead to it, there is none. */
export async function fetchElectron(): Promise<string | undefined> {
  const present = findElectron();
  if (present || process.env['ELECTRON_OVERRIDE_DIST_PATH']) return present;
  await run(process.execPath, [join(root, 'node_modules/electron/install.js')], { timeoutMs: 120_000 });
  return findElectron();
}
