import { setTimeout as wait } from 'node:timers/promises';
import { chromiumSwitches } from './command-line.ts';
import { startChromium, type Chromium } from './chromium.ts';
import { app, loopback } from './app.ts';
import type { Cdp } from './cdp.ts';

/** A window of Chromium that is ours to fill. */
export interface Target {
  readonly cdp: Cdp;
  readonly targetId: string;
  readonly sessionId: string;
}

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly openerId?: string;
  readonly url: string;
}

/** How a page's process ended, in Electron's words. */
export interface ProcessGone {
  readonly reason: 'clean-exit' | 'abnormal-exit' | 'killed' | 'crashed' | 'oom' | 'launch-failed';
  readonly exitCode: number;
}

const reasons: Readonly<Record<string, ProcessGone['reason']>> = {
  killed: 'killed',
  crashed: 'crashed',
  oom: 'oom',
  'failed to launch': 'launch-failed',
};

type Opened = (url: string) => 'allow' | 'deny';

let chromium: Chromium | undefined;
let starting: Promise<Target> | undefined;
const closedListeners = new Map<string, () => void>();
const crashListeners = new Map<string, (gone: ProcessGone) => void>();
const openers = new Map<string, Opened>();

/** The first window comes with Chromium itself; later ones are asked of it. */
export async function openTarget(width: number, height: number): Promise<Target> {
  if (!chromium) {
    starting ??= firstTarget(width, height);
    return starting;
  }
  const { cdp } = chromium;
  await starting;
  const url = (await loopback).blankPage;
  const made = await cdp.send('Target.createTarget', {
    url,
    newWindow: true,
    background: true,
    width,
    height,
  });
  return attach(cdp, made['targetId'] as string);
}

/** @param listener is called once, also when Chromium itself dies. */
export function onTargetClosed(targetId: string, listener: () => void): void {
  closedListeners.set(targetId, listener);
}

/** @param listener is called each time the page's process dies; the window stays, and may load again. */
export function onProcessGone(targetId: string, listener: (gone: ProcessGone) => void): void {
  crashListeners.set(targetId, listener);
}

/** @param decide is asked about every window the page tries to open. */
export function onWindowOpen(targetId: string, decide: Opened): void {
  openers.set(targetId, decide);
}

/** Process ids of Chromium: its own first, then those in which pages run. Empty before the first window. */
export async function chromiumProcesses(): Promise<{ readonly all: number[]; readonly pages: number[] }> {
  const { processInfo } = (await chromium?.cdp.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const processes = processInfo as { type: string; id: number }[];
  const ofType = (type?: string): number[] =>
    processes.filter((process) => type === undefined || process.type === type).map(({ id }) => id);
  return { all: ofType(), pages: ofType('renderer') };
}

export async function stopChromium(): Promise<void> {
  await chromium?.close();
}

/**
 * Right after a kill the last Chromium of this profile may still be going; a new one would hand itself over to it
 * and stop. So an early end is tried again, for 10 s.
 */
async function firstTarget(width: number, height: number): Promise<Target> {
  const until = performance.now() + 10_000;
  for (;;) {
    try {
      return await startAndAttach(width, height);
    } catch (error) {
      if (performance.now() > until) throw error;
      await chromium?.close();
      await wait(200);
    }
  }
}

async function startAndAttach(width: number, height: number): Promise<Target> {
  const server = await loopback;
  const started = startChromium({
    userData: app.getPath('userData'),
    locale: app.getLocale(),
    firstPage: server.blankPage,
    width,
    height,
    switches: chromiumSwitches(),
    onClose: () => [...closedListeners.keys()].forEach(targetClosed),
  });
  chromium = started;
  const { cdp } = started;
  const first = new Promise<string>((found) => {
    cdp.on('Target.targetCreated', ({ targetInfo }) => {
      const info = targetInfo as TargetInfo;
      if (info.openerId && openers.get(info.openerId)?.(info.url) === 'deny')
        // Already gone is as good as closed.
        cdp.send('Target.closeTarget', { targetId: info.targetId }).catch(() => undefined);
      else if (info.type === 'page') found(info.targetId);
    });
    cdp.on('Target.targetCrashed', ({ targetId, status, errorCode }) =>
      crashListeners.get(targetId as string)?.({
        reason: reasons[status as string] ?? 'abnormal-exit',
        exitCode: errorCode as number,
      }),
    );
    cdp.on('Target.targetDestroyed', ({ targetId }) => targetClosed(targetId as string));
  });
  await cdp.send('Target.setDiscoverTargets', { discover: true });
  return attach(cdp, await Promise.race([first, started.gone]));
}

async function attach(cdp: Cdp, targetId: string): Promise<Target> {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
  return { cdp, targetId, sessionId: sessionId as string };
}

function targetClosed(targetId: string): void {
  const listener = closedListeners.get(targetId);
  closedListeners.delete(targetId);
  crashListeners.delete(targetId);
  openers.delete(targetId);
  listener?.();
}
