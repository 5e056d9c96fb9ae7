import { chromium, type Browser, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../launch/root.ts';
import { readInstance, sendControl } from '../stand-in/single-instance.ts';
import type { LaunchOptions, RunningApp } from './launch.ts';
import { definedEnv, ended, killAll } from './launched.ts';

const main = join(root, 'out/main/main.js');
const register = join(root, 'tests/stand-in/register.ts');

interface Processes {
  readonly main: number;
  readonly all: readonly number[];
  readonly pages: readonly number[];
}

/** Starts the built app in the stand-in, with the system's Chromium. */
export async function launchStandIn({ userData, args = [], env = {} }: LaunchOptions): Promise<RunningApp> {
  const own = [`--user-data-dir=${userData}`, '--lang=nl', '--remote-debugging-port=0', ...args];
  const child = spawn(process.execPath, ['--import', register, main, ...own], {
    stdio: ['ignore', 'inherit', 'pipe'],
    env: { ...definedEnv(), DRIELUIK_HEADLESS: '1', LANG: 'nl_NL.UTF-8', ...env },
  });
  const endpoint = await devTools(child);
  let browser = await chromium.connectOverCDP(endpoint);
  const page = await appPage(browser);
  let lastPage = page;
  const { control } = readInstance(userData);
  const processes = async (): Promise<Processes> =>
    (await sendControl(control, 'processes', {})) as Processes;
  return {
    page,
    launcher: 'stand-in',
    mainPid: child.pid ?? 0,
    async close() {
      // The page goes first, as when a person clicks it away; the main process follows by itself.
      await lastPage.close().catch(() => undefined);
      const slow = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended(child);
      clearTimeout(slow);
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      // In Electron main and browser are one: Chromium gets no time either to put things in order.
      const { main: pid, all } = await processes();
      killAll([pid, ...all]);
      await ended(child);
    },
    killPage: async () => killAll((await processes()).pages),
    async pageAgain() {
      const until = performance.now() + 30_000;
      for (;;) {
        // A page that died stays dead to whoever was attached to it.
        await browser.close();
        browser = await chromium.connectOverCDP(endpoint);
        lastPage = await appPage(browser);
        const alive = lastPage.evaluate(() => document.readyState !== 'loading');
        if (await Promise.race([alive.catch(() => false), wait(2000, false)])) return lastPage;
        if (performance.now() > until) throw new Error('the app did not load its page again within 30 s');
      }
    },
    power: async (event) => void (await sendControl(control, 'power', { event })),
    answerDialog: async (answer) => void (await sendControl(control, 'dialog', answer)),
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
