import { EventEmitter } from 'node:events';
import { answered } from './answered.ts';

export interface Frame {
  readonly url: string;
  readonly parent: null;
}

export interface IpcEvent {
  readonly sender: unknown;
  readonly senderFrame: Frame;
  readonly type: 'frame';
}

type Handler = (event: IpcEvent, ...args: unknown[]) => unknown;

const events = new EventEmitter();
const handlers = new Map<string, Handler>();

const handle = (channel: string, handler: Handler): void => {
  if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
  handlers.set(channel, handler);
};

export const ipcMain = answered(
  'ipcMain',
  Object.assign(events, {
    handle,
    handleOnce: (channel: string, handler: Handler): void =>
      handle(channel, (...given) => {
        handlers.delete(channel);
        return handler(...given);
      }),
    removeHandler: (channel: string): void => void handlers.delete(channel),
  }),
);

/** Runs what `ipcRenderer.invoke` asked. @throws what the handler threw, or that there is none. */
export async function invoked(channel: string, event: IpcEvent, args: unknown[]): Promise<unknown> {
  const handler = handlers.get(channel);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  return handler(event, ...args);
}

/** Passes on what `ipcRenderer.send` said. */
export function sent(channel: string, event: IpcEvent, args: unknown[]): void {
  events.emit(channel, event, ...args);
}
