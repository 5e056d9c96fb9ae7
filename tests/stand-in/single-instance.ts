import Database from 'better-sqlite3';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What the running app leaves in its data folder for a second start, and for tests. */
export interface RunningInstance {
  readonly pid: number;
  /** Loopback address with an unguessable path. */
  readonly control: string;
}

const fileName = 'stand-in.json';
let held: Database.Database | undefined;

/**
 * Takes the lock of one data folder, at once. An open transaction is the lock: the system lets go of it when the
 * process dies, however it dies, so there is no stale lock to judge.
 * @returns false when another process holds it.
 */
export function takeLock(userData: string): boolean {
  if (held) return true;
  mkdirSync(userData, { recursive: true });
  const lock = new Database(join(userData, 'stand-in.lock'), { timeout: 0 });
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return false;
    throw error;
  }
  held = lock;
  return true;
}

/** Lets another process take it. */
export function letGo(): void {
  held?.close();
  held = undefined;
}

export const holdsLock = (): boolean => held !== undefined;

/** Tells where the running app can be reached; readable by the person alone. */
export function announce(userData: string, instance: RunningInstance): void {
  mkdirSync(userData, { recursive: true });
  writeFileSync(join(userData, fileName), JSON.stringify(instance), { mode: 0o600 });
}

/** @throws Error when nothing was announced there. */
export function readInstance(userData: string): RunningInstance {
  return JSON.parse(readFileSync(join(userData, fileName), 'utf8')) as RunningInstance;
}

/**
 * Tells the first that a second was started. The first may still be starting: tried for 3 s.
 * @throws Error when it could not be reached in that time.
 */
export async function tellFirst(userData: string, message: object): Promise<void> {
  const until = performance.now() + 3000;
  for (;;) {
    try {
      await sendControl(readInstance(userData).control, 'second-instance', message);
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await wait(100);
    }
  }
}

/** Posts to a running stand-in. @throws Error when it refuses or is gone. */
export async function sendControl(control: string, what: string, message: unknown): Promise<unknown> {
  const response = await fetch(`${control}/${what}`, {
    method: 'POST',
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`stand-in: «${what}» answered ${response.status}`);
  return response.json();
}
