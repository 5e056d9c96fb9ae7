import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Target } from './browser.ts';
import type { Params } from './cdp.ts';
import { invoked, sent, type IpcEvent } from './ipc-main.ts';
import { cloneCodec, encodeForIpc } from './page/clone.ts';
import { mainWorldScript, preloadScript } from './page/scripts.ts';

const codec = cloneCodec();

interface Posted {
  readonly kind: 'invoke' | 'send' | 'ask';
  readonly call: number;
  readonly channel: string;
  readonly args: string;
}

/** The line between the main process and one page's preload world. */
export interface RendererPort {
  /** @throws DataCloneError before anything is sent. */
  send(channel: string, args: unknown[]): void;
}

/**
 * Puts the preload into its own world of every page this target loads, and speaks with it.
 * @param makeEvent who is asking, at the moment of asking.
 * @param help what the page's own world asks of the stand-in, unseen by page and app.
 */
export async function openRendererPort(
  { cdp, sessionId }: Target,
  preload: string | undefined,
  makeEvent: () => IpcEvent,
  help: Readonly<Record<string, (asked: unknown) => Promise<unknown>>>,
): Promise<RendererPort> {
  const secret = `drieluik-${randomBytes(16).toString('hex')}`;
  const binding = `post${secret}`;
  const ask = (method: string, params?: Params): Promise<Params> => cdp.send(method, params, sessionId);
  let context: number | undefined;

  /** Calls one of the functions that the preload's world keeps under the secret name. */
  const call = (contextId: number, name: string, args: unknown[]): Promise<Params> =>
    ask('Runtime.callFunctionOn', {
      executionContextId: contextId,
      functionDeclaration: `function (name, ...args) { return globalThis[${JSON.stringify(secret)}][name](...args); }`,
      arguments: [name, ...args].map((value) => ({ value })),
    });

  /** What `webUtils.getPathForFile` answered becomes the path here: only this side may ask Chromium for it. */
  const withPaths = async (contextId: number, value: unknown): Promise<unknown> => {
    if (typeof value === 'string' && value.startsWith(`${secret}:file:`)) {
      const { result } = await call(contextId, 'file', [value]);
      const { objectId } = result as { objectId: string };
      return (await ask('DOM.getFileInfo', { objectId }))['path'];
    }
    if (typeof value !== 'object' || value === null) return value;
    if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value;
    for (const [key, item] of Object.entries(value))
      Object.assign(value, { [key]: await withPaths(contextId, item) });
    return value;
  };

  const hear = async (contextId: number, posted: Posted): Promise<void> => {
    const event = makeEvent();
    const decoded = codec.decode(posted.args);
    // Looked for first: most calls carry no file, and their order must not depend on a round trip.
    const args = (posted.args.includes(secret) ? await withPaths(contextId, decoded) : decoded) as unknown[];
    if (posted.kind === 'send') {
      sent(posted.channel, event, args);
      return;
    }
    const answering =
      posted.kind === 'ask' ? help[posted.channel]?.(args[0]) : invoked(posted.channel, event, args);
    const answer = await Promise.resolve(answering).then(
      (value) => [true, encodeForIpc(codec, value)],
      (error: unknown) => [
        false,
        codec.encode(`Error invoking remote method '${posted.channel}': ${String(error)}`),
      ],
    );
    await call(contextId, 'settle', [posted.call, ...answer]);
  };

  cdp.on(
    'Runtime.executionContextCreated',
    ({ context: made }) => {
      const { id, name } = made as { id: number; name: string };
      if (name === secret) context = id;
    },
    sessionId,
  );
  cdp.on(
    'Runtime.executionContextDestroyed',
    ({ executionContextId }) => {
      if (context === executionContextId) context = undefined;
    },
    sessionId,
  );
  // A page whose process dies says no farewell; what is sent to it is lost, as in Electron.
  cdp.on('Inspector.targetCrashed', () => (context = undefined), sessionId);
  cdp.on(
    'Runtime.bindingCalled',
    ({ name, payload, executionContextId }) => {
      if (name !== binding) return;
      hear(executionContextId as number, JSON.parse(payload as string) as Posted).catch((error: unknown) => {
        // The page that asked has gone: reloaded, closed, or Chromium died. Nobody is left to tell.
        if (context === executionContextId) console.error('stand-in: not answered:', error);
      });
    },
    sessionId,
  );
  await ask('Page.enable');
  await ask('Runtime.enable');
  if (preload) {
    const options = { secret, binding };
    await ask('Runtime.addBinding', { name: binding, executionContextName: secret });
    await ask('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(secret) });
    await ask('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadScript(options, await readFile(preload, 'utf8')),
      worldName: secret,
    });
  }
  return {
    send(channel, args) {
      const text = encodeForIpc(codec, { channel, args });
      if (context === undefined) return;
      // As above: a page that goes while it is spoken to is no failure of the sender.
      call(context, 'receive', [text]).catch(() => undefined);
    },
  };
}
