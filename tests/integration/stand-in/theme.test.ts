import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Params } from '../../stand-in/cdp.ts';
import { startStandIn, type Started } from './started.ts';

interface Speaks {
  ask(method: string, params: Params): Promise<Params>;
}

let standIn: Started;

beforeAll(async () => {
  standIn = await startStandIn();
  await standIn.inMain(({ nativeTheme }) => {
    const updates: boolean[] = [];
    Object.assign(globalThis, { updates });
    nativeTheme.on('updated', () => updates.push(nativeTheme.shouldUseDarkColors));
  });
});

afterAll(() => standIn.end());

const isDark = (): Promise<boolean> => standIn.inMain(({ nativeTheme }) => nativeTheme.shouldUseDarkColors);
const pageIsDark = (): Promise<boolean> =>
  standIn.inPage(`matchMedia('(prefers-color-scheme: dark)').matches`);
const choose = (source: 'system' | 'light' | 'dark'): Promise<void> =>
  standIn.inMain(({ nativeTheme }, wanted) => {
    nativeTheme.themeSource = wanted;
  }, source);

it("follows the system as the page sees it, and steers the page when the app's theme is forced", async () => {
  expect([await isDark(), await pageIsDark()]).toEqual([false, false]);
  await standIn.inMain(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as Speaks;
    const features = [{ name: 'prefers-color-scheme', value: 'dark' }];
    return contents.ask('Emulation.setEmulatedMedia', { features });
  });
  await expect.poll(isDark).toBe(true);
  await choose('light');
  await expect.poll(pageIsDark).toBe(false);
  expect(await isDark()).toBe(false);
  await choose('dark');
  await expect.poll(pageIsDark).toBe(true);
  expect(await isDark()).toBe(true);
  await choose('system');
  await expect.poll(pageIsDark).toBe(false);
  await expect.poll(isDark).toBe(false);
  expect(await standIn.inMain(() => (globalThis as unknown as { updates: boolean[] }).updates)).toEqual([
    true,
    false,
    true,
    true,
    false,
  ]);
});

it('refuses what it does not answer, by name, instead of doing nothing', async () => {
  await expect(
    standIn.inMain(({ session }) => session.defaultSession.webRequest.onBeforeRequest(null)),
  ).rejects.toThrow('the stand-in does not answer electron.session.defaultSession.webRequest');
  await expect(
    standIn.inMain(({ desktopCapturer }) => desktopCapturer.getSources({ types: ['screen'] })),
  ).rejects.toThrow('the stand-in does not answer electron.desktopCapturer');
});
