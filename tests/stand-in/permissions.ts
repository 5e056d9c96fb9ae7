import type { Addresses } from './addresses.ts';
import type { Cdp } from './cdp.ts';

export type RequestHandler = (
  contents: unknown,
  permission: string,
  decide: (granted: boolean) => void,
  details: object,
) => void;
export type CheckHandler = (
  contents: unknown,
  permission: string,
  origin: string,
  details: object,
) => boolean;

/** Electron's name of a permission → Chromium's. */
const names: Readonly<Record<string, readonly string[]>> = {
  media: ['camera', 'microphone'],
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  'idle-detection': ['idle-detection'],
  'display-capture': ['display-capture'],
};

let request: RequestHandler | undefined;
let check: CheckHandler | undefined;

export function setRequestHandler(handler: RequestHandler | null): void {
  request = handler ?? undefined;
}

export function setCheckHandler(handler: CheckHandler | null): void {
  check = handler ?? undefined;
}

/**
 * Asks both handlers about every permission before a page loads and tells Chromium what they said: Chromium has no
 * way to ask at the moment itself. Without handlers everything is allowed, as in Electron.
 */
export async function applyPermissions(
  cdp: Cdp,
  addresses: Addresses,
  contents: unknown,
  origin: string,
): Promise<void> {
  for (const [permission, chromiumNames] of Object.entries(names)) {
    const granted =
      (await requested(contents, permission)) && (check?.(contents, permission, origin, {}) ?? true);
    for (const name of chromiumNames)
      await cdp.send('Browser.setPermission', {
        permission: { name },
        setting: granted ? 'granted' : 'denied',
        origin: addresses.origin,
      });
  }
}

function requested(contents: unknown, permission: string): boolean | Promise<boolean> {
  const handler = request;
  return handler ? new Promise((decide) => handler(contents, permission, decide, {})) : true;
}
