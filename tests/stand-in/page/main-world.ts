// The source of this function is sent to the browser: what it needs has to be inside it.
/* oxlint-disable unicorn/consistent-function-scoping */
import type { CloneCodec } from './clone.ts';
import type { WorldBridge } from './world-bridge.ts';

/** What the preload's world gives the page's own under the empty name: never seen by the page. */
export interface PageHelp {
  /** Asks the app's permission handlers about one call of `getUserMedia`. */
  mayUse(mediaTypes: readonly string[]): Promise<boolean>;
}

/**
 * The page's own world: what the preload exposes appears on `window`, frozen; camera and microphone are asked for at
 * each call, which Chromium itself cannot be made to do. Its source is sent to the browser.
 */
export function mainWorld(
  makeCodec: () => CloneCodec,
  makeBridge: (codec: CloneCodec, secret: string, side: 'a' | 'b') => WorldBridge,
  secret: string,
): void {
  if (window !== window.top) return;
  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
    return Object.freeze(value);
  };
  const askBeforeFilming = (help: PageHelp): void => {
    const devices = MediaDevices.prototype;
    const original = Object.getOwnPropertyDescriptor(devices, 'getUserMedia');
    const getUserMedia = original?.value as (
      this: MediaDevices,
      wanted?: MediaStreamConstraints,
    ) => Promise<MediaStream>;
    const asking = async function (
      this: MediaDevices,
      wanted?: MediaStreamConstraints,
    ): Promise<MediaStream> {
      const types = (['video', 'audio'] as const).filter((type) => wanted?.[type]);
      if (types.length > 0 && !(await help.mayUse(types)))
        throw new DOMException('Permission denied', 'NotAllowedError');
      return getUserMedia.call(this, wanted);
    };
    Object.defineProperty(devices, 'getUserMedia', { ...original, value: asking });
  };
  makeBridge(makeCodec(), secret, 'a').onGiven((name, value) => {
    if (name === '') askBeforeFilming(value as PageHelp);
    else
      Object.defineProperty(window, name, {
        value: freeze(value),
        configurable: false,
        enumerable: true,
        writable: false,
      });
  });
}
