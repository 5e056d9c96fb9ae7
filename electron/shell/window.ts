import { app, BrowserWindow, nativeTheme } from 'electron';
import { join } from 'node:path';
import { eventChannel } from '../../shared/contract/channels.ts';
import { startPage } from './origins.ts';

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
    },
  });
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
