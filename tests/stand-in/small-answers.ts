import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { answered } from './answered.ts';

/** The modules of which the app asks little, and the stand-in says little. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['explorer.exe'],
  linux: ['xdg-open'],
};

/** @returns a sentence when it could not be opened, else an empty string: as `shell.openPath`. */
function open(what: string): Promise<string> {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  return new Promise((done) => {
    const child = spawn(command, [...args, what], { stdio: 'ignore', detached: true });
    child.once('error', (error) => done(error.message));
    child.once('spawn', () => {
      child.unref();
      done('');
    });
  });
}

export const shell = answered('shell', {
  openPath: open,
  openExternal: async (url: string): Promise<void> => {
    const problem = await open(url);
    if (problem) throw new Error(problem);
  },
  showItemInFolder: (path: string): void => void open(pathToFileURL(path).href.replace(/[^/]*$/, '')),
  beep: () => undefined,
});

class Menu {
  static setApplicationMenu(): void {
    // The keys of editing work in Chromium without a menu.
  }
  static getApplicationMenu(): null {
    return null;
  }
  static buildFromTemplate(): Menu {
    return answered('Menu', new Menu());
  }
  popup(): void {
    console.error('stand-in: a context menu is not shown');
  }
}
const answeredMenu = answered('Menu', Menu);
export { answeredMenu as Menu };

export const safeStorage = answered('safeStorage', {
  // There is no keychain here; what must be kept secret has to say so to the person.
  isEncryptionAvailable: () => false,
});

const display = { id: 1, scaleFactor: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } };
export const screen = answered('screen', {
  getPrimaryDisplay: () => ({
    ...display,
    size: display.bounds,
    workArea: display.bounds,
    workAreaSize: display.bounds,
  }),
  getAllDisplays: () => [screen.getPrimaryDisplay()],
});

export const crashReporter = answered('crashReporter', { start: () => undefined });
