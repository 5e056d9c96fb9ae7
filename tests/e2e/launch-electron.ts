import { _electron } from '@playwright/test';
import { root } from '../launch/root.ts';
import type { LaunchOptions, RunningApp } from './launch.ts';
import { definedEnv, ended, killAll } from './launched.ts';

/** Starts the built app in real Electron. */
export async function launchElectron(
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
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
    },
    async killPage() {
      const pids = await app.evaluate(({ webContents }) =>
        webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
      );
      killAll(pids);
    },
    pageAgain: async () => app.windows().find((open) => open !== page && !open.isClosed()) ?? page,
    power: (event) =>
      app.evaluate(({ powerMonitor }, name) => {
        (powerMonitor as NodeJS.EventEmitter).emit(name, { preventDefault: () => undefined });
      }, event),
    answerDialog: (given) =>
      app.evaluate(({ dialog }, { method, answer }) => {
        const original = Reflect.get(dialog, method) as unknown;
        const once = (): Promise<object> => {
          Reflect.set(dialog, method, original);
          return Promise.resolve(answer);
        };
        Reflect.set(dialog, method, once);
      }, given),
  };
}
