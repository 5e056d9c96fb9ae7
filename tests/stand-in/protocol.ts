import { answered } from './answered.ts';
import { loopback } from './app.ts';
import type { SchemeHandler } from './loopback.ts';

async function handle(scheme: string, handler: SchemeHandler): Promise<void> {
  const { schemes } = await loopback;
  if (schemes.has(scheme)) throw new Error(`protocol.handle: «${scheme}» is handled already`);
  schemes.set(scheme, handler);
}

async function unhandle(scheme: string): Promise<void> {
  (await loopback).schemes.delete(scheme);
}

/** `protocol`, also as `session.protocol`: the handlers are served on loopback. */
export const protocol = answered('protocol', {
  registerSchemesAsPrivileged: () => undefined,
  handle: (scheme: string, handler: SchemeHandler): void => void handle(scheme, handler),
  unhandle: (scheme: string): void => void unhandle(scheme),
});
