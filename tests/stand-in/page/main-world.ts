import type { CloneCodec } from './clone.ts';
import type { WorldBridge } from './world-bridge.ts';

/** The page's own world: what the preload exposes appears on `window`, frozen. Its source is sent to the browser. */
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
  makeBridge(makeCodec(), secret, 'a').onGiven((name, value) => {
    Object.defineProperty(window, name, {
      value: freeze(value),
      configurable: false,
      enumerable: true,
      writable: false,
    });
  });
}
