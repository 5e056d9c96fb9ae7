import { _electron, chromium, type Browser, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findElectron } from '../launch/electron-binary.ts';
import { root } from '../launch/root.ts';

export interface LaunchOptions {
  /** Folder of this start alone: library, log, browser profile. */
  readonly userData: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningApp {
  readonly page: Page;
  readonly launcher: 'electron' | 'stand-in';
  /** Process id of the main process. */
  readonly mainPid: number;
  /** Closes as a person does. */
  close(): Promise<void>;
  /** Takes the main process away without a word. */
  kill(): Promise<void>;
}

const main = join(root, 'out/main/main.js');

/** Starts the built app in real Electron where its program is, else in the stand-in; the page is the same either way. */
export function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const electron = findElectron();
  return electron ? launchElectron(electron, options) : launchStandIn(options);
}

async function launchElectron(
  executablePath: string,
  { userData, args = [], env = {} }: LaunchOptions,
): Promise<RunningApp> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath,
    args: [...sandbox, root, `--user-data-dir=${userData}`, '--lang=nl', ...args],
    env: { ...definedEnv(), ...env },
  });
  const page = await app.firstWindow();
  const child = app.process();
  return {
    page,
    launcher: 'electron',
    mainPid: child.pid ?? 0,
    close: () => app.close(),
    kill: () => killed(child),
  };
}

async function launchStandIn({ userData, args = [], env = {} }: LaunchOptions): Promise<RunningApp> {
  const register = join(root, 'tests/stand-in/register.ts');
  const child = spawn(
    process.execPath,
    [
      '--import',
      register,
      main,
      `--user-data-dir=${userData}`,
      '--lang=nl',
      '--remote-debugging-port=0',
      ...args,
    ],
    {
      stdio: ['ignore', 'inherit', 'pipe'],
      env: { ...definedEnv(), DRIELUIK_HEADLESS: '1', LANG: 'nl_NL.UTF-8', ...env },
    },
  );
  const endpoint = await devTools(child);
  const browser = await chromium.connectOverCDP(endpoint);
  const page = await appPage(browser);
  return {
    page,
    launcher: 'stand-in',
    mainPid: child.pid ?? 0,
    async close() {
      const gone = once(child, 'exit');
      // The page goes first, as when a person clicks it away; the main process follows by itself.
      await page.close().catch(() => undefined);
      const slow = setTimeout(() => child.kill('SIGKILL'), 15_000);
      if (child.exitCode === null && child.signalCode === null) await gone;
      clearTimeout(slow);
    },
    kill: () => killed(child),
  };
}

/** Reads where a debugger can attach from what the stand-in passes on. */
function devTools(child: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let said = '';
    const timer = setTimeout(() => fail(new Error(`the app did not start within 30 s:\n${said}`)), 30_000);
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-8000);
      const address = /DevTools listening on (\S+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(timer);
      found(address);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`the app ended with ${code ?? 'a signal'}:\n${said}`));
    });
  });
}

async function appPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser has no context');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForURL(/\/app\//, { timeout: 20_000 });
  return page;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
