import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { mediaScheme } from '../../electron/shell/origins.ts';
import { addressesAt, type Addresses } from './addresses.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;
/** A call from another process of the same person: a second start, or a test. Gets and gives JSON. */
export type ControlHandler = (message: unknown) => unknown;

export interface Loopback {
  readonly addresses: Addresses;
  /** A blank page on the app's own origin, for a window that has nothing to show yet. */
  readonly blankPage: string;
  /** Address other processes post to; only the person's own files tell it. */
  readonly control: string;
  readonly schemes: Map<string, SchemeHandler>;
  readonly controls: Map<string, ControlHandler>;
  close(): void;
}

// Chromium keeps to six connections a host and port, and a player holds one while it plays. A seventh film would wait,
// and with it the page's own pictures and calls. So films are sent on to one of these, in turn.
const lanes = 8;

const unguessable = (): string => randomBytes(24).toString('hex');

/** Serves the app's own schemes on 127.0.0.1, at a free port, under a path nobody can guess. */
export async function startLoopback(): Promise<Loopback> {
  const token = unguessable();
  const controlToken = unguessable();
  const schemes = new Map<string, SchemeHandler>();
  const controls = new Map<string, ControlHandler>();
  const servers = await Promise.all(Array.from({ length: 1 + lanes }, listen));
  const [origin = '', ...laneOrigins] = servers.map(originOf);
  const addresses = addressesAt(origin, token, laneOrigins);
  let lastLane = 0;

  /** Where a film goes on; undefined for what is answered here. */
  const lane = (scheme: string, request: IncomingMessage): string | undefined => {
    const isFilm = scheme === mediaScheme && request.headers.range !== undefined;
    if (!isFilm || request.headers.host !== new URL(origin).host) return undefined;
    lastLane = (lastLane + 1) % lanes;
    return laneOrigins[lastLane];
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, first, second = ''] = (request.url ?? '').split(/[/?]/);
    // A page elsewhere that gets a name to point here (rebinding) still names itself as host.
    const ours = request.headers.host === `127.0.0.1:${request.socket.localPort}`;
    const scheme = ours && first === token ? schemes.get(second) : undefined;
    const control = ours && first === controlToken ? controls.get(second) : undefined;
    const elsewhere = scheme && lane(second, request);
    if (elsewhere)
      response
        .writeHead(307, { Location: elsewhere + (request.url ?? ''), 'Cache-Control': 'no-store' })
        .end();
    else if (scheme) await answerScheme(addresses, scheme, request, response);
    else if (control && request.method === 'POST') await answerControl(control, request, response);
    else if (ours && first === token && second === 'blank')
      response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Drieluik</title>');
    else response.writeHead(404).end();
  };
  for (const server of servers)
    server.on('request', (request, response) => {
      answer(request, response).catch((error: unknown) => {
        // As with a scheme whose handler threw: the page sees a failed request. An aborted one is no news.
        if (!request.destroyed) console.error('stand-in: not served:', error);
        response.destroy();
      });
    });
  return {
    addresses,
    blankPage: `${origin}/${token}/blank`,
    control: `${origin}/${controlToken}`,
    schemes,
    controls,
    close: () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

async function listen(): Promise<Server> {
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  return server;
}

const originOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function answerScheme(
  addresses: Addresses,
  handler: SchemeHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const aborted = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) aborted.abort();
  });
  const answer = await handler(asRequest(addresses, request, aborted.signal));
  const headers = [...answer.headers].map(([name, value]): [string, string] => [
    name,
    addresses.headerToLoopback(name, value),
  ]);
  response.writeHead(answer.status, Object.fromEntries(headers));
  if (!answer.body || request.method === 'HEAD') {
    await answer.body?.cancel();
    response.end();
    return;
  }
  try {
    await pipeline(Readable.fromWeb(answer.body as ReadableStream<Uint8Array>), response);
  } catch (error) {
    if (!aborted.signal.aborted) throw error;
  }
}

function asRequest(addresses: Addresses, request: IncomingMessage, signal: AbortSignal): Request {
  const url = addresses.toScheme(addresses.origin + (request.url ?? ''));
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (name !== 'host' && name !== 'connection' && typeof value === 'string')
      headers.set(name, addresses.headerToScheme(value));
  const method = request.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal });
  const body = Readable.toWeb(request) as unknown as BodyInit;
  return new Request(url, { method, headers, signal, body, duplex: 'half' } as RequestInit);
}

async function answerControl(
  control: ControlHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = JSON.stringify((await control(JSON.parse(await text(request)))) ?? null);
  response.setHeader('Content-Type', 'application/json').end(answer);
}
