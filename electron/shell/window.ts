import { app, BrowserWindow, nativeTheme } from 'electron';
import { join } from 'node:path';
import { eventChannel } from '../../shared/contract/channels.ts';
import { log } from './log.ts';
import { startPage } from './origins.ts';

type Heard = () => void;
const pageGone = new Set<Heard>();
const sessionEnd = new Set<Heard>();
const mostReloads = 5;

/** Tells when the page's process died; the window is loading it again by then. @returns how to stop hearing. */
export function onPageGone(heard: Heard): () => void {
  pageGone.add(heard);
  return () => void pageGone.delete(heard);
}

/** Tells when Windows says goodbye: it tells windows only. @returns how to stop hearing. */
export function onSessionEnd(heard: Heard): () => void {
  sessionEnd.add(heard);
  return () => void sessionEnd.delete(heard);
}

/** Opens the one window. It is shown when the first picture is there, so that nothing flashes white. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Drieluik',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1d1a17' : '#faf6ef',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: !app.isPackaged,
      spellcheck: false,
      // A page that films goes on behind another window, and when it is minimised.
      backgroundThrottling: false,
    },
  });
  window.on('session-end', () => tell(sessionEnd));
  bringBack(window);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(startPage);
  return window;
}

/** Brings the window forward, as when the app is started a second time. @returns false when there is none. */
export function focusWindow(): boolean {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return false;
  if (window.isMinimized()) window.restore();
  window.focus();
  return true;
}

/** Reaches every open page with an event. */
export function sendToPages(name: string, payload: unknown): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, name, payload);
}

/** A page whose process died is loaded again, unless it keeps dying: then its window stays empty and can be closed. */
function bringBack({ webContents }: BrowserWindow): void {
  let reloads = 0;
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log.error('page gone', reason);
    tell(pageGone);
    reloads += 1;
    if (reloads <= mostReloads) webContents.reload();
  });
}

function tell(listeners: ReadonlySet<Heard>): void {
  for (const heard of listeners) heard();
}
