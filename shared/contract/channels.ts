import type { ErrorReport } from './errors.ts';

/** The two channels of the bridge. Free of zod: the sandboxed preload carries this file. */
export const callChannel = 'drieluik:call';
export const eventChannel = 'drieluik:event';

export type Answer =
  { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly error: ErrorReport };

/** What the preload hands to the page as `window.drieluik`; `renderer/api` is its only user. */
export interface Bridge {
  call(channel: string, input: unknown): Promise<Answer>;
  /** Offers dropped files; the preload turns them into paths, the page never sees one. */
  offerFiles(files: readonly unknown[]): Promise<Answer>;
  /** Returns its unsubscribe. */
  subscribe(listener: (name: string, payload: unknown) => void): () => void;
  /** Where media lives: `media://library` or the stand-in's loopback address; without a slash at the end. */
  readonly mediaBase: string;
}
