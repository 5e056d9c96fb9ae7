import { EventEmitter } from 'node:events';
import { answered } from './answered.ts';
import { commandLine, switchValue } from './command-line.ts';
import { startLoopback } from './loopback.ts';
import { appFolder, appPackage, place, setPlace } from './places.ts';
import { announce, holdsLock, letGo, takeLock, tellFirst } from './single-instance.ts';

interface Windows {
  closeAll(): boolean;
  stopChromium(): Promise<void>;
}

/** A preventable event, as Electron hands it out. */
export interface StandInEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

export function newEvent(): StandInEvent {
  const event: StandInEvent = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}

const events = new EventEmitter();
let windows: Windows = { closeAll: () => true, stopChromium: () => Promise.resolve() };
let ready = false;
let leaving = false;
let name = '';
const beforeLeaving: Promise<void>[] = [];

/** Serves `app://` and `media://`; everything that needs an address waits for it. */
export const loopback = startLoopback();

const whenReady = becomeReady();

async function becomeReady(): Promise<void> {
  const server = await loopback;
  server.controls.set('second-instance', (message) => {
    const { argv, cwd, data } = message as { argv: string[]; cwd: string; data: unknown };
    events.emit('second-instance', newEvent(), argv, cwd, data ?? null);
  });
  server.controls.set('quit', () => setImmediate(quit) && null);
  if (!leaving) {
    // Without the lock another app is announced there.
    if (holdsLock()) announce(place('userData'), { pid: process.pid, control: server.control });
    ready = true;
    events.emit('ready', newEvent(), {});
  }
}

/** The windows are made elsewhere; the app only has to close them. */
export function handWindows(theirs: Windows): void {
  windows = theirs;
}

/** The last window closed: without a listener the app quits, as Electron's does. */
export function allWindowsClosed(): void {
  if (leaving) return;
  if (events.listenerCount('window-all-closed') === 0) quit();
  else events.emit('window-all-closed');
}

function quit(): void {
  const before = newEvent();
  events.emit('before-quit', before);
  if (before.defaultPrevented || !windows.closeAll()) return;
  const will = newEvent();
  events.emit('will-quit', will);
  if (!will.defaultPrevented) exit(0);
}

function exit(code = 0): void {
  if (leaving) return;
  leaving = true;
  events.emit('quit', newEvent(), code);
  void Promise.allSettled([...beforeLeaving, windows.stopChromium()]).then((results) => {
    for (const result of results)
      if (result.status === 'rejected') console.error('stand-in: while leaving:', result.reason);
    letGo();
    process.exit(code);
  });
}

process.on('SIGINT', quit);
process.on('SIGTERM', quit);

const target = Object.assign(events, {
  isPackaged: false,
  commandLine,
  whenReady: () => whenReady,
  isReady: () => ready,
  quit,
  exit,
  getPath: place,
  setPath: setPlace,
  getAppPath: appFolder,
  getVersion: () => appPackage().version,
  getName: () => name || appPackage().name,
  setName: (wanted: string) => {
    name = wanted;
  },
  getLocale: () => switchValue('lang') || systemLocale(),
  getSystemLocale: systemLocale,
  getPreferredSystemLanguages: () => [systemLocale()],
  enableSandbox: () => undefined,
  setAppUserModelId: () => undefined,
  focus: () => undefined,
  hasSingleInstanceLock: holdsLock,
  releaseSingleInstanceLock: letGo,
  requestSingleInstanceLock: (data?: unknown): boolean => {
    if (takeLock(place('userData'))) return true;
    const message = { argv: process.argv, cwd: process.cwd(), data };
    beforeLeaving.push(tellFirst(place('userData'), message));
    return false;
  },
});

function systemLocale(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}

export const app = answered('app', target);
