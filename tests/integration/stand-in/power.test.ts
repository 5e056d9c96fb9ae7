import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStandIn, type Started } from './started.ts';

let standIn: Started;

beforeAll(async () => {
  standIn = await startStandIn();
});

afterAll(() => standIn.end());

describe('power, as the app hears of it', () => {
  it('emits what a test says happens to the laptop', async () => {
    await standIn.inMain(({ powerMonitor }) => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      powerMonitor.on('suspend', () => heard.push('suspend'));
      powerMonitor.on('resume', () => heard.push('resume'));
      powerMonitor.on('lock-screen', () => heard.push('lock-screen'));
    });
    for (const event of ['suspend', 'resume', 'lock-screen']) await standIn.tell('power', { event });
    const heard = await standIn.inMain(() => (globalThis as unknown as { heard: string[] }).heard);
    expect(heard).toEqual(['suspend', 'resume', 'lock-screen']);
  });

  it('knows battery and idle time from what was told last', async () => {
    const state = (): Promise<unknown> =>
      standIn.inMain(({ powerMonitor }) => [
        powerMonitor.isOnBatteryPower(),
        powerMonitor.getSystemIdleTime(),
      ]);
    await standIn.tell('power', { event: 'on-battery', idleSeconds: 90 });
    expect(await state()).toEqual([true, 90]);
    await standIn.tell('power', { event: 'on-ac', idleSeconds: 0 });
    expect(await state()).toEqual([false, 0]);
  });

  it('refuses an event that Electron does not have', async () => {
    await expect(standIn.tell('power', { event: 'sleep' })).rejects.toThrow();
  });

  it('counts what holds the laptop awake', async () => {
    const id = await standIn.inMain(({ powerSaveBlocker }) =>
      powerSaveBlocker.start('prevent-display-sleep'),
    );
    expect(await standIn.tell('powerBlockers')).toBe(1);
    const after = await standIn.inMain(
      ({ powerSaveBlocker }, held) => [
        powerSaveBlocker.isStarted(held),
        powerSaveBlocker.stop(held),
        powerSaveBlocker.isStarted(held),
      ],
      id,
    );
    expect(after).toEqual([true, true, false]);
    expect(await standIn.tell('powerBlockers')).toBe(0);
  });
});
