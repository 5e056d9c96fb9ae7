import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../../fixtures/clips.ts';
import { readInstance, sendControl } from '../../stand-in/single-instance.ts';
import type { Electron } from './own-main.ts';

const preload = `
const { contextBridge, ipcRenderer } = require('electron');
contextBridge.exposeInMainWorld('bridge', {
  call: (channel, value) => ipcRenderer.invoke(channel, value),
  subscribe: (listener) => void ipcRenderer.on('told', (_event, value) => listener(value)),
});`;

/** The stand-in with a main process, a window and a bridge (`bridge.call`, `bridge.subscribe`) of a test's own. */
export interface Started {
  readonly folder: string;
  readonly pid: number;
  /** Runs a self-contained function in the main process. */
  inMain<T, A = undefined>(run: (electron: Electron, arg: A) => T | Promise<T>, arg?: A): Promise<T>;
  /** Evaluates an expression in the page of the first window. */
  inPage<T>(expression: string): Promise<T>;
  /** Posts to the stand-in's control endpoint. */
  tell(what: string, message?: unknown): Promise<unknown>;
  end(): Promise<void>;
}

interface Said {
  readonly id?: number;
  readonly ready?: true;
  readonly value?: unknown;
  readonly error?: string;
}

export interface StartOptions {
  readonly args?: readonly string[];
  readonly html?: string;
  readonly webPreferences?: Readonly<Record<string, unknown>>;
}

export async function startStandIn({
  args = [],
  html = '',
  webPreferences = {},
}: StartOptions = {}): Promise<Started> {
  const folder = await temporaryFolder();
  await writeFile(join(folder.path, 'page.html'), `<!doctype html><title>Test</title>${html}`);
  await writeFile(join(folder.path, 'preload.cjs'), preload);
  const here = import.meta.dirname;
  const child = spawn(
    process.execPath,
    [
      '--import',
      join(here, '../../stand-in/register.ts'),
      join(here, 'own-main.ts'),
      `--user-data-dir=${folder.path}`,
      ...args,
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, DRIELUIK_HEADLESS: '1', OWN_MAIN_FOLDER: folder.path },
    },
  );
  const waiting = new Map<number, { done: (value: unknown) => void; fail: (error: Error) => void }>();
  const ready = new Promise<void>((done) =>
    child.on('message', (message) => {
      const { id = 0, value, error, ready: isReady } = message as Said;
      if (isReady) done();
      else if (error === undefined) waiting.get(id)?.done(value);
      else waiting.get(id)?.fail(new Error(error));
    }),
  );
  let lastId = 0;
  const started: Started = {
    folder: folder.path,
    pid: child.pid ?? 0,
    inMain: <T, A>(run: (electron: Electron, arg: A) => T | Promise<T>, arg?: A) =>
      new Promise<T>((done, fail) => {
        lastId += 1;
        waiting.set(lastId, { done: (value) => done(value as T), fail });
        child.send({ id: lastId, code: String(run), arg });
      }),
    inPage: <T>(expression: string) =>
      started.inMain(
        ({ BrowserWindow }, code) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) as Promise<T>,
        expression,
      ),
    tell: (what, message = {}) => sendControl(readInstance(folder.path).control, what, message),
    async end() {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await gone;
      }
      await folder.remove();
    },
  };
  await ready;
  await started.inMain(
    async ({ BrowserWindow, app }, options) => {
      app.on('window-all-closed', () => app.quit());
      await new BrowserWindow({ webPreferences: options }).loadURL('app://drieluik/page.html');
    },
    { preload: join(folder.path, 'preload.cjs'), ...webPreferences },
  );
  return started;
}
