import { afterEach, describe, expect, it } from 'vitest';
import { startStandIn, type Started } from './started.ts';

let standIn: Started;

afterEach(() => standIn.end());

const setMinimized = (minimized: boolean): Promise<void> =>
  standIn.inMain(({ BrowserWindow }, wanted) => {
    const [window] = BrowserWindow.getAllWindows();
    if (wanted) window?.minimize();
    else window?.restore();
  }, minimized);
const visibility = (): Promise<string> => standIn.inPage('document.visibilityState');
/** Timers of a hidden page are held to one a second. */
const ticksInASecond = (): Promise<number> =>
  standIn.inPage(`new Promise((done) => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 20);
    const until = performance.now() + 1500;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      if (performance.now() < until) return channel.port2.postMessage(0);
      clearInterval(timer);
      channel.port1.close();
      done(ticks);
    };
    channel.port2.postMessage(0);
  })`);

describe('a page whose window is put away', () => {
  it('is hidden and slowed down, as in Electron', async () => {
    standIn = await startStandIn();
    await setMinimized(true);
    await expect.poll(visibility).toBe('hidden');
    expect(await ticksInASecond()).toBeLessThan(10);
  });

  it('goes on at full speed when the app forbids throttling', async () => {
    standIn = await startStandIn({ webPreferences: { backgroundThrottling: false } });
    await setMinimized(true);
    await new Promise((done) => setTimeout(done, 500));
    expect(await visibility()).toBe('visible');
    expect(await ticksInASecond()).toBeGreaterThan(30);
  });

  it('follows setBackgroundThrottling while it runs', async () => {
    standIn = await startStandIn();
    await setMinimized(true);
    await expect.poll(visibility).toBe('hidden');
    await standIn.inMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.setBackgroundThrottling(false),
    );
    await expect.poll(visibility).toBe('visible');
    await standIn.inMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.setBackgroundThrottling(true),
    );
    await expect.poll(visibility).toBe('hidden');
  });
});
