import { StringDecoder } from 'node:string_decoder';
import type { Readable, Writable } from 'node:stream';

export type Params = Readonly<Record<string, unknown>>;
type Listener = (params: Params) => void;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Params;
  readonly sessionId?: string;
  readonly result?: Params;
  readonly error?: { readonly message: string };
}

/** The DevTools protocol over Chromium's pipe: it closes with either process, so neither outlives the other. */
export interface Cdp {
  /** @throws Error with Chromium's sentence, or when Chromium is gone. */
  send(method: string, params?: Params, sessionId?: string): Promise<Params>;
  /** Events of one session, or of the browser itself when no session is given. */
  on(method: string, listener: Listener, sessionId?: string): void;
  forget(sessionId: string): void;
}

/** @param onClose is called once, when Chromium's side of the pipe ends. */
export function cdpOver(toChromium: Writable, fromChromium: Readable, onClose: () => void): Cdp {
  const waiting = new Map<number, { done: (result: Params) => void; fail: (error: Error) => void }>();
  const listeners = new Map<string, Map<string, Listener[]>>();
  const text = new StringDecoder('utf8');
  let lastId = 0;
  let closed = false;
  let pieces: string[] = [];

  const receive = (message: Message): void => {
    if (message.id === undefined) {
      const ofSession = listeners.get(message.sessionId ?? '');
      for (const listener of ofSession?.get(message.method ?? '') ?? []) listener(message.params ?? {});
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) asked?.fail(new Error(message.error.message));
    else asked?.done(message.result ?? {});
  };

  fromChromium.on('data', (chunk: Buffer) => {
    // Messages end with NUL and arrive in pieces; a long one (a picture) must not be searched again and again.
    const [first = '', ...rest] = text.write(chunk).split('\0');
    pieces.push(first);
    for (const next of rest) {
      receive(JSON.parse(pieces.join('')) as Message);
      pieces = [next];
    }
  });
  const close = (): void => {
    if (closed) return;
    closed = true;
    for (const { fail } of waiting.values()) fail(new Error('Chromium is gone'));
    waiting.clear();
    onClose();
  };
  fromChromium.on('close', close);
  toChromium.on('error', close);

  return {
    send: (method, params = {}, sessionId) =>
      new Promise((done, fail) => {
        if (closed) {
          fail(new Error('Chromium is gone'));
          return;
        }
        lastId += 1;
        waiting.set(lastId, { done, fail: (error) => fail(new Error(`${method}: ${error.message}`)) });
        toChromium.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
      }),
    on(method, listener, sessionId = '') {
      const ofSession = listeners.get(sessionId) ?? new Map<string, Listener[]>();
      listeners.set(sessionId, ofSession);
      ofSession.set(method, [...(ofSession.get(method) ?? []), listener]);
    },
    forget: (sessionId) => void listeners.delete(sessionId),
  };
}
