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

/** What the page asks of `getUserMedia`. */
export type MediaType = 'video' | 'audio';

const chromiumName: Readonly<Record<MediaType, string>> = { video: 'camera', audio: 'microphone' };

/** Electron's name of a permission → Chromium's. */
const names: Readonly<Record<string, string>> = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
  'idle-detection': 'idle-detection',
  'display-capture': 'display-capture',
};

let request: RequestHandler | undefined;
let check: CheckHandler | undefined;
// Chromium stops live tracks when a permission is told again as denied, so only changes are told.
const told = new Map<string, boolean>();

export function setRequestHandler(handler: RequestHandler | null): void {
  request = handler ?? undefined;
}

export function setCheckHandler(handler: CheckHandler | null): void {
  check = handler ?? undefined;
}

/** Asks the app's handlers what one page may do. Without handlers everything is allowed, as in Electron. */
export interface PermissionDesk {
  /**
   * Before a page loads. Camera and microphone: what the check handler says (the request handler is asked at the
   * moment itself); the rest: what both say, because Chromium has no way to ask later.
   */
  beforeLoad(): Promise<void>;
  /** One call of `getUserMedia`. */
  mayUse(types: readonly MediaType[]): Promise<boolean>;
}

/** @param contents the page's WebContents, already at the address it will load. */
export function permissionDesk(
  cdp: Cdp,
  addresses: Addresses,
  contents: { getURL(): string },
): PermissionDesk {
  const origin = (): string => {
    const { protocol, host } = new URL(contents.getURL());
    return `${protocol}//${host}`;
  };
  const tell = async (name: string, granted: boolean): Promise<void> => {
    if (told.get(name) === granted) return;
    told.set(name, granted);
    const setting = granted ? 'granted' : 'denied';
    await cdp.send('Browser.setPermission', { permission: { name }, setting, origin: addresses.origin });
  };
  const checked = (permission: string, details: object = {}): boolean =>
    check?.(contents, permission, origin(), {
      isMainFrame: true,
      requestingUrl: contents.getURL(),
      ...details,
    }) ?? true;
  const requested = (permission: string, details: object = {}): boolean | Promise<boolean> => {
    const handler = request;
    const all = { isMainFrame: true, requestingUrl: contents.getURL(), ...details };
    return handler ? new Promise((decide) => handler(contents, permission, decide, all)) : true;
  };
  return {
    async beforeLoad() {
      for (const mediaType of ['video', 'audio'] as const)
        await tell(chromiumName[mediaType], checked('media', { mediaType, securityOrigin: origin() }));
      for (const [permission, name] of Object.entries(names))
        await tell(name, (await requested(permission)) && checked(permission));
    },
    async mayUse(mediaTypes) {
      const granted = await requested('media', { mediaTypes, securityOrigin: origin() });
      if (granted) for (const type of mediaTypes) await tell(chromiumName[type], true);
      return granted;
    },
  };
}
