import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStandIn, type Started } from './started.ts';

let standIn: Started;

beforeAll(async () => {
  standIn = await startStandIn();
  await standIn.inMain(({ app, BrowserWindow, ipcMain }) => {
    const gone: unknown[] = [];
    Object.assign(globalThis, { gone });
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.on('render-process-gone', (_event, details) => gone.push(details));
    app.on('render-process-gone', (_event, contents, details) =>
      gone.push([contents.id === window?.webContents.id, details.reason]),
    );
    ipcMain.handle('again', () => 'again');
  });
});

afterAll(() => standIn.end());

async function killPage(): Promise<void> {
  const { pages } = (await standIn.tell('processes')) as { pages: number[] };
  for (const pid of pages) process.kill(pid, 'SIGKILL');
}

const gone = (): Promise<unknown[]> =>
  standIn.inMain(() => (globalThis as unknown as { gone: unknown[] }).gone);
const isCrashed = (): Promise<boolean | undefined> =>
  standIn.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isCrashed());

describe("the page's process", () => {
  it('is told to be gone when it is killed, and the page loads again with its bridge', async () => {
    expect(await standIn.inPage('bridge.call("again")')).toBe('again');
    await killPage();
    await expect.poll(gone).toEqual([[true, 'killed'], { reason: 'killed', exitCode: 9 }]);
    expect(await isCrashed()).toBe(true);
    await standIn.inMain(
      ({ BrowserWindow }) =>
        new Promise<void>((done) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          // Lost, not kept for later: nobody was there.
          contents?.send('told', 'while away');
          contents?.once('did-finish-load', () => done());
          contents?.reload();
        }),
    );
    expect(await isCrashed()).toBe(false);
    expect(await standIn.inPage('bridge.call("again")')).toBe('again');
    await standIn.inPage('bridge.subscribe((value) => { globalThis.told = value; })');
    await standIn.inMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('told', 'after'),
    );
    await expect.poll(() => standIn.inPage('globalThis.told')).toBe('after');
  });

  it('crashes when the app says so', async () => {
    const before = (await gone()).length;
    await standIn.inMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect.poll(async () => (await gone()).length).toBe(before + 2);
    expect((await gone()).at(-1)).toMatchObject({ reason: 'crashed' });
  });
});
