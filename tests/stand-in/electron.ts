import { unanswered } from './answered.ts';

/** What `import … from 'electron'` gives in plain Node: the part that Drieluik uses, with a real Chromium behind it. */
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc-main.ts';
export { powerMonitor, powerSaveBlocker } from './power.ts';
export { protocol } from './protocol.ts';
export { session } from './session.ts';
export { nativeTheme } from './theme.ts';
export { crashReporter, Menu, safeStorage, screen, shell } from './small-answers.ts';

// The rest can be imported, so that the sentence says which one is missing.
export const autoUpdater = unanswered('autoUpdater');
export const BaseWindow = unanswered('BaseWindow');
export const clipboard = unanswered('clipboard');
export const contentTracing = unanswered('contentTracing');
export const desktopCapturer = unanswered('desktopCapturer');
export const globalShortcut = unanswered('globalShortcut');
export const MenuItem = unanswered('MenuItem');
export const MessageChannelMain = unanswered('MessageChannelMain');
export const nativeImage = unanswered('nativeImage');
export const net = unanswered('net');
export const netLog = unanswered('netLog');
export const Notification = unanswered('Notification');
export const systemPreferences = unanswered('systemPreferences');
export const Tray = unanswered('Tray');
export const utilityProcess = unanswered('utilityProcess');
export const View = unanswered('View');
export const webContents = unanswered('webContents');
export const WebContentsView = unanswered('WebContentsView');
export const webFrameMain = unanswered('webFrameMain');
