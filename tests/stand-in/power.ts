import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { answered } from './answered.ts';
import { loopback, newEvent } from './app.ts';
import { isHeadless } from './chromium.ts';

const powerEvents = [
  'suspend',
  'resume',
  'on-ac',
  'on-battery',
  'shutdown',
  'lock-screen',
  'unlock-screen',
  'user-did-become-active',
  'user-did-resign-active',
] as const;
type PowerEvent = (typeof powerEvents)[number];

/** What a test says happens to the laptop. */
export interface PowerMessage {
  readonly event: PowerEvent;
  /** What `getSystemIdleTime` answers from now on, in seconds. */
  readonly idleSeconds?: number;
}

let toldOnBattery: boolean | undefined;
let idleSeconds = 0;

/**
 * Sleeping, waking and unplugging are told by tests only (control `power`): plain Node hears none of them. Whether the
 * laptop runs on its battery is read from the system where it says so in files (Linux).
 */
export const powerMonitor = answered(
  'powerMonitor',
  Object.assign(new EventEmitter(), {
    isOnBatteryPower: () => toldOnBattery ?? readOnBattery(),
    getSystemIdleTime: () => idleSeconds,
    getSystemIdleState: (threshold: number): 'active' | 'idle' =>
      idleSeconds >= threshold ? 'idle' : 'active',
  }),
);

void loopback.then((server) =>
  server.controls.set('power', (message) => {
    const { event, idleSeconds: idle } = message as PowerMessage;
    if (!powerEvents.includes(event)) throw new Error(`powerMonitor has no event «${String(event)}»`);
    if (event === 'on-ac' || event === 'on-battery') toldOnBattery = event === 'on-battery';
    idleSeconds = idle ?? idleSeconds;
    powerMonitor.emit(event, newEvent());
  }),
);

/** On its battery: a mains adapter that is there and not plugged in. A desktop has none and is not. */
function readOnBattery(): boolean {
  if (process.platform !== 'linux') return false;
  const plugged = globSync('/sys/class/power_supply/*/online').filter(
    (path) => readFileSync(join(dirname(path), 'type'), 'utf8').trim() === 'Mains',
  );
  return plugged.length > 0 && plugged.every((path) => readFileSync(path, 'utf8').trim() === '0');
}

type BlockerType = 'prevent-app-suspension' | 'prevent-display-sleep';
const blockers = new Map<number, ChildProcess | undefined>();
let lastBlocker = 0;

/** `powerSaveBlocker`: held by the system's own tool where a person sits at it; tests only need the bookkeeping. */
export const powerSaveBlocker = answered('powerSaveBlocker', {
  start: (type: BlockerType): number => {
    if (type !== 'prevent-app-suspension' && type !== 'prevent-display-sleep')
      throw new TypeError(`powerSaveBlocker has no type «${String(type)}»`);
    lastBlocker += 1;
    blockers.set(lastBlocker, isHeadless() ? undefined : keepAwake(type));
    return lastBlocker;
  },
  stop: (id: number): boolean => {
    // Both tools let go when what they run ends: its input closes, also when this process dies.
    blockers.get(id)?.stdin?.end();
    return blockers.delete(id);
  },
  isStarted: (id: number): boolean => blockers.has(id),
});

void loopback.then((server) => server.controls.set('powerBlockers', () => blockers.size));

function keepAwake(type: BlockerType): ChildProcess | undefined {
  const display = type === 'prevent-display-sleep';
  const command =
    process.platform === 'linux'
      ? [
          'systemd-inhibit',
          '--who=Drieluik',
          '--why=Drieluik',
          `--what=sleep${display ? ':idle' : ''}`,
          'cat',
        ]
      : ['caffeinate', display ? '-di' : '-i', 'cat'];
  const [program = '', ...args] = command;
  const unheld = (): void => console.error('stand-in: this laptop may fall asleep: nothing here can hold it');
  if (process.platform === 'win32') {
    unheld();
    return undefined;
  }
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'] });
  child.once('error', unheld);
  child.once('exit', (code) => code !== 0 && unheld());
  child.stdin?.on('error', () => undefined);
  return child;
}
