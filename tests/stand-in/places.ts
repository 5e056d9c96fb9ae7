import { existsSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { switchValue } from './command-line.ts';

interface Package {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
}

const set = new Map<string, string>();
const folders: Readonly<Record<string, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: process.platform === 'darwin' ? 'Movies' : 'Videos',
};

/** Folder of the app's package.json, upwards from the script that was started. */
export function appFolder(): string {
  let folder = dirname(resolve(process.argv[1] ?? '.'));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** What the app calls itself. Without a package.json (a test's own main) it is «stand-in» 0.0.0. */
export function appPackage(): { name: string; version: string } {
  const path = join(appFolder(), 'package.json');
  const found = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Package) : {};
  return { name: found.productName ?? found.name ?? 'stand-in', version: found.version ?? '0.0.0' };
}

/** `app.setPath` */
export function setPlace(name: string, path: string): void {
  set.set(name, path);
}

/**
 * `app.getPath`: the same folders as Electron's, so that both find the same library.
 * @throws Error for a name that has no answer.
 */
export function place(name: string): string {
  const chosen = set.get(name);
  if (chosen) return chosen;
  const folder = folders[name];
  if (folder) return xdgFolder(name) ?? join(homedir(), folder);
  switch (name) {
    case 'home':
      return homedir();
    case 'temp':
      return tmpdir();
    case 'exe':
      return process.execPath;
    case 'appData':
      return appData();
    case 'userData':
      return switchValue('user-data-dir') || join(appData(), appPackage().name);
    case 'sessionData':
      return place('userData');
    case 'logs':
      return join(place('userData'), 'logs');
    case 'crashDumps':
      return join(place('userData'), 'Crashpad');
    default:
      throw new Error(`the stand-in does not answer electron.app.getPath('${name}')`);
  }
}

function appData(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}

/** On a Dutch desktop `Pictures` is called `Afbeeldingen`: the desktop keeps the names in a file. */
function xdgFolder(name: string): string | undefined {
  const list = join(appData(), 'user-dirs.dirs');
  if (process.platform !== 'linux' || !existsSync(list)) return undefined;
  const key = `XDG_${name === 'downloads' ? 'DOWNLOAD' : name.toUpperCase()}_DIR`;
  const found = new RegExp(`^${key}="(.*)"$`, 'm').exec(readFileSync(list, 'utf8'));
  return found?.[1]?.replace('$HOME', homedir());
}
