import { bridge } from './bridge.ts';

/** What can be fetched by id: the file is found by main, the page never sees a path. */
export type MediaKind = 'recording' | 'fragment' | 'filmstrip' | 'waveform' | 'still' | 'thumbnail';

/** Address of media, for `src` and `fetch`: `media://library/<kind>/<part>/…`. */
export function mediaUrl(kind: MediaKind, ...parts: readonly (string | number)[]): string {
  return [bridge().mediaBase, kind, ...parts.map((part) => encodeURIComponent(String(part)))].join('/');
}
