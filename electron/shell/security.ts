import { app, session, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { appOrigin } from './origins.ts';

const allowedPermissions: ReadonlySet<string> = new Set(['media', 'fullscreen', 'clipboard-sanitized-write']);

/** Holds the page where it is: camera and microphone only for our own page, no navigation, no new windows. */
export function guardSession(): void {
  session.defaultSession.setPermissionRequestHandler((contents, permission, decide) => {
    decide(isOurs(contents.getURL()) && allowedPermissions.has(permission));
  });
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) => isOurs(origin) && allowedPermissions.has(permission),
  );
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/** True for a call from the main frame of our own page. */
export function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOurs(frame.url);
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function isOurs(url: string): boolean {
  return url === appOrigin || url.startsWith(`${appOrigin}/`);
}
