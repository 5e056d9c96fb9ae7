import type { Bridge } from '../../shared/contract/channels.ts';

declare global {
  interface Window {
    /** Put there by the preload; this folder is its only user. */
    readonly drieluik: Bridge;
  }
}

export const bridge = (): Bridge => window.drieluik;
