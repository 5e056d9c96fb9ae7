import { app, protocol } from 'electron';
import { registerCalls } from './ipc/register.ts';
import { createServices } from './services.ts';
import { createLibraryDoor } from './shell/library-door.ts';
import { libraryFolder } from './shell/library-folder.ts';
import { log, startLog } from './shell/log.ts';
import { setMenu } from './shell/menu.ts';
import { appScheme, mediaScheme } from './shell/origins.ts';
import { serveApp } from './shell/protocols/app.ts';
import { serveMedia } from './shell/protocols/media.ts';
import { guardSession, isOurPage } from './shell/security.ts';
import { systemPorts } from './shell/system-ports.ts';
import { focusWindow, openWindow, sendToPages } from './shell/window.ts';

// Before `ready`: schemes can only be given their privileges now.
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  {
    scheme: mediaScheme,
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, corsEnabled: true },
  },
]);
app.enableSandbox();

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow);
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  startLog(app.getPath('userData'));
  guardSession();
  setMenu();
  const library = createLibraryDoor(() =>
    createServices({ libraryFolder: libraryFolder(), sink: sendToPages, ...systemPorts() }),
  );
  serveApp(protocol);
  serveMedia(protocol, async () => {
    await library.handlers();
    return library.current()?.media;
  });
  registerCalls(library.handlers, isOurPage);
  openWindow();
  closeOnQuit(library.close);
  app.on('activate', () => {
    if (!focusWindow()) openWindow();
  });
  app.on('window-all-closed', () => app.quit());
  // Opened beside the window, not before it: the page's first call waits for the same opening.
  await library.handlers().catch((error: unknown) => log.error('library not opened', error));
}

/** Lets running work end tidily before the app goes; what was not finished is taken up at the next start. */
function closeOnQuit(close: () => Promise<void>): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close()
      .catch((error: unknown) => log.error('not closed tidily', error))
      .finally(() => {
        closed = true;
        app.quit();
      });
  });
}
