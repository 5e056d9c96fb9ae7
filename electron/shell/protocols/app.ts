import type { Protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { appScheme, mediaScheme } from '../origins.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const contentPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `font-src 'self'`,
  `img-src 'self' ${mediaScheme}: blob:`,
  `media-src ${mediaScheme}: blob:`,
  `connect-src 'self' ${mediaScheme}:`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** Serves the built page as `app://drieluik/…` and nothing from outside its folder. */
export function serveApp(protocol: Protocol, folder = join(import.meta.dirname, '../renderer')): void {
  protocol.handle(appScheme, (request) => answerApp(folder, request));
}

/** A broken escape stands for no file. */
function pathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch (error) {
    if (error instanceof URIError) return '/\0';
    throw error;
  }
}

/** Answers one request for a file of the page. */
export async function answerApp(folder: string, request: Request): Promise<Response> {
  const asked = pathOf(request.url);
  const path = normalize(join(folder, asked === '/' ? 'index.html' : asked));
  const type = types[extname(path)];
  if (!type || !path.startsWith(folder + sep) || asked.includes('\0'))
    return new Response(null, { status: 404 });
  try {
    const headers = {
      'Content-Type': type,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': contentPolicy,
    };
    return new Response(new Uint8Array(await readFile(path)), { headers });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return new Response(null, { status: 404 });
    throw error;
  }
}
