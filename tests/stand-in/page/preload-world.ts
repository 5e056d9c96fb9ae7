// The source of this function is sent to the browser: what it needs has to be inside it.
/* oxlint-disable unicorn/consistent-function-scoping */
import type { CloneCodec } from './clone.ts';
import type { PageHelp } from './main-world.ts';
import type { WorldBridge } from './world-bridge.ts';

export interface PreloadWorldOptions {
  readonly secret: string;
  /** Name of the binding towards the main process; it exists in this world only. */
  readonly binding: string;
}

type Listener = (event: object, ...args: unknown[]) => void;
type Preload = (require: (name: string) => unknown, module: { exports: unknown }) => void;

/**
 * The preload's isolated world: answers `require('electron')` with contextBridge, ipcRenderer and webUtils.
 * Its source is sent to the browser: it may use nothing from outside itself.
 */
export function preloadWorld(
  makeCodec: () => CloneCodec,
  makeBridge: (codec: CloneCodec, secret: string, side: 'a' | 'b') => WorldBridge,
  options: PreloadWorldOptions,
  preload: Preload,
): void {
  if (window !== window.top) return;
  const codec = makeCodec();
  const bridge = makeBridge(codec, options.secret, 'b');
  const world = globalThis as unknown as Record<string, unknown>;
  const post = world[options.binding] as (text: string) => void;
  const waiting = new Map<number, { done: (value: unknown) => void; fail: (error: Error) => void }>();
  const files = new Map<string, File>();
  let listeners: { channel: string; listener: Listener; once: boolean }[] = [];
  let lastCall = 0;

  const answered = (name: string, target: object): object =>
    new Proxy(target, {
      get(object, property) {
        if (typeof property === 'symbol' || property in object)
          return Reflect.get(object, property) as unknown;
        throw new Error(`the stand-in does not answer electron.${name}.${property}`);
      },
    });
  const tell = (kind: 'invoke' | 'send' | 'ask', channel: string, args: unknown[], call = 0): void =>
    post(JSON.stringify({ kind, call, channel, args: codec.encode(structuredClone(args)) }));
  const remove = (channel: string, listener?: Listener): void => {
    const at = listeners.findLastIndex((item) => item.channel === channel && item.listener === listener);
    if (listener && at >= 0) listeners = listeners.toSpliced(at, 1);
    if (!listener) listeners = listeners.filter((item) => item.channel !== channel);
  };
  const add =
    (once: boolean) =>
    (channel: string, listener: Listener): object => {
      listeners = [...listeners, { channel, listener, once }];
      return ipcRenderer;
    };

  const call = (kind: 'invoke' | 'ask', channel: string, args: unknown[]): Promise<unknown> =>
    new Promise((done, fail) => {
      lastCall += 1;
      // May throw (a function cannot be cloned): then the promise fails, as Electron's does.
      tell(kind, channel, args, lastCall);
      waiting.set(lastCall, { done, fail });
    });

  const ipcRenderer: object = answered('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]) => call('invoke', channel, args),
    send: (channel: string, ...args: unknown[]) => tell('send', channel, args),
    on: add(false),
    addListener: add(false),
    once: add(true),
    off: (channel: string, listener: Listener) => (remove(channel, listener), ipcRenderer),
    removeListener: (channel: string, listener: Listener) => (remove(channel, listener), ipcRenderer),
    removeAllListeners: (channel: string) => (remove(channel), ipcRenderer),
  });

  const electron = answered('preload', {
    ipcRenderer,
    contextBridge: answered('contextBridge', {
      exposeInMainWorld: (name: string, api: unknown) => bridge.give(name, api),
    }),
    webUtils: answered('webUtils', {
      // Electron answers at once; here only the main process can ask for the path, so a name stands in for it
      // and is replaced when it arrives there.
      getPathForFile: (file: File): string => {
        const name = `${options.secret}:file:${files.size + 1}`;
        files.set(name, file);
        return name;
      },
    }),
  });

  world[options.secret] = {
    file: (name: string) => files.get(name),
    receive: (text: string) => {
      const message = codec.decode(text) as { channel: string; args: unknown[] };
      for (const item of listeners.filter((item) => item.channel === message.channel)) {
        if (item.once) remove(item.channel, item.listener);
        item.listener({ sender: ipcRenderer }, ...message.args);
      }
    },
    settle: (call: number, ok: boolean, text: string) => {
      const asked = waiting.get(call);
      waiting.delete(call);
      const value = codec.decode(text);
      if (ok) asked?.done(value);
      else asked?.fail(new Error(String(value)));
    },
  };

  const help: PageHelp = {
    mayUse: (mediaTypes) => call('ask', 'mayUse', [mediaTypes]) as Promise<boolean>,
  };
  bridge.give('', help);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const tellTheme = (): void => void call('ask', 'sees', [dark.matches]);
  dark.addEventListener('change', tellTheme);
  tellTheme();

  const module = { exports: {} };
  preload((name) => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`a sandboxed preload cannot require «${name}»`);
  }, module);
}
