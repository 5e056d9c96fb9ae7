import type { Protocol } from 'electron';
import { Readable } from 'node:stream';
import type { MediaKey, MediaStore } from '../../media/store/media-store.ts';
import { asAppError } from '../../db/errors.ts';
import { log } from '../log.ts';
import { appOrigin, mediaScheme } from '../origins.ts';
import { byteRange } from './byte-range.ts';

/** What an address stands for: a file of the library, or a few bytes made on the spot. */
export type MediaItem =
  { readonly key: MediaKey; readonly type: string } | { readonly bytes: Uint8Array; readonly type: string };

/** Looks an address up: `media://library/<kind>/<part>/…`. The protocol itself knows no feature. */
export interface MediaSource {
  readonly store: Pick<MediaStore, 'size' | 'read'>;
  find(kind: string, parts: readonly string[]): Promise<MediaItem | null>;
}

// No SVG: it could carry script. Octet-stream is the waveform's peaks.
const servedTypes = /^(video|audio)\/|^image\/(jpeg|png)$|^application\/octet-stream$/;
const headers = {
  'Accept-Ranges': 'bytes',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Access-Control-Allow-Origin': appOrigin,
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** Serves media by id; the page never sees a path. @param source is undefined while no library is open. */
export function serveMedia(protocol: Protocol, source: () => Promise<MediaSource | undefined>): void {
  protocol.handle(mediaScheme, async (request) => {
    try {
      const open = await source();
      return open ? await answerMedia(open, request) : plain(503);
    } catch (error) {
      log.error('media', asAppError(error).code);
      return plain(500);
    }
  });
}

/** Answers one request with exact 200, 206, 404, 405 or 416. */
export async function answerMedia(source: MediaSource, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405);
  const [kind = '', ...parts] = partsOf(request.url);
  const item = await source.find(kind, parts);
  if (!item || !servedTypes.test(item.type)) return plain(404);
  const size = 'bytes' in item ? item.bytes.byteLength : await source.store.size(item.key);
  if (size === null) return plain(404);
  const range = byteRange(request.headers.get('range'), size);
  if (range.status === 416) return plain(416, { 'Content-Range': `bytes */${size}` });
  const length = range.end - range.start + 1;
  const head = { ...headers, 'Content-Type': item.type, 'Content-Length': String(length) };
  const extra = range.status === 206 ? { 'Content-Range': `bytes ${range.start}-${range.end}/${size}` } : {};
  const init = { status: range.status, headers: { ...head, ...extra } };
  if (request.method === 'HEAD' || length === 0) return new Response(null, init);
  if ('bytes' in item) return new Response(item.bytes.slice(range.start, range.end + 1), init);
  return new Response(bodyOf(source.store.read(item.key, range), request.signal), init);
}

/** A web stream whose abort closes the file: a player that seeks drops a request several times a second. */
function bodyOf(file: Readable, signal: AbortSignal): ReadableStream<Uint8Array> {
  if (signal.aborted) file.destroy();
  signal.addEventListener('abort', () => file.destroy(), { once: true });
  return Readable.toWeb(file) as ReadableStream<Uint8Array>;
}

/** Ids need no escapes; an address with a broken one stands for nothing. */
function partsOf(url: string): string[] {
  try {
    return new URL(url).pathname.split('/').slice(1).map(decodeURIComponent);
  } catch (error) {
    if (error instanceof URIError) return [];
    throw error;
  }
}

function plain(status: number, extra: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers: { ...headers, ...extra } });
}
