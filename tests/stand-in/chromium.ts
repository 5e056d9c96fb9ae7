import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { cdpOver, type Cdp } from './cdp.ts';
import { findChromium } from './find-chromium.ts';

export interface ChromiumOptions {
  readonly userData: string;
  /** Language of the page, as `nl` or `nl-NL`. */
  readonly locale: string;
  /** First page, already on the app's own address: an app window shows a bar over foreign ones. */
  readonly firstPage: string;
  readonly width: number;
  readonly height: number;
  /** Switches the app was given that are Chromium's own. */
  readonly switches: readonly string[];
  readonly onClose: () => void;
}

export interface Chromium {
  readonly cdp: Cdp;
  /** Fails when Chromium ends. */
  readonly gone: Promise<never>;
  /** Closes Chromium and waits for it, 3 s at most; then it is killed. */
  close(): Promise<void>;
}

const profile = 'stand-in-chromium';

const closedNetwork = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-quic',
  '--disable-sync',
  '--disable-breakpad',
  '--no-pings',
  '--no-first-run',
  '--no-default-browser-check',
  '--metrics-recording-only',
  // Nothing but ourselves can even be looked up.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,DialMediaRouteProvider',
];

const likeElectron = [
  '--autoplay-policy=no-user-gesture-required',
  '--disable-search-engine-choice-screen',
  // After a kill Chromium would offer to restore pages, over ours.
  '--hide-crash-restore-bubble',
  // Without it Chromium warns, over the app's own window, of the switches above.
  '--test-type',
  '--password-store=basic',
  '--use-mock-keychain',
];

/** True where no window can be shown, or none is wanted (`DRIELUIK_HEADLESS=1`). */
export function isHeadless(env: NodeJS.ProcessEnv = process.env): boolean {
  if (env['DRIELUIK_HEADLESS'] === '1') return true;
  return process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
}

/**
 * Starts the system's Chromium with its own profile and a closed network.
 * @throws Error when there is no Chromium.
 */
export function startChromium(options: ChromiumOptions): Chromium {
  const path = findChromium();
  if (!path) throw new Error('no Chromium found: install it, or name one in DRIELUIK_CHROMIUM');
  prefer(options.userData);
  const child = spawn(path, switchesFor(options), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // On Linux the page's language comes from here; the switch is for the other systems.
    env: { ...process.env, LANGUAGE: options.locale.replace('-', '_') },
  });
  passOnDevTools(child.stderr as Readable);
  const cdp = cdpOver(child.stdio[3] as Writable, child.stdio[4] as Readable, options.onClose);
  const gone = new Promise<never>((_done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`Chromium ended (${code ?? 'killed'}): ${path}`)));
  });
  // Whoever waits for something else need not hear of it here.
  gone.catch(() => undefined);
  return { cdp, gone, close: () => close(child, cdp) };
}

/**
 * A Dutch page on an English machine: Chromium would lay an offer to translate it over the window. And what is saved
 * is saved where the person says.
 */
function prefer(userData: string): void {
  const folder = join(userData, profile, 'Default');
  const path = join(folder, 'Preferences');
  mkdirSync(folder, { recursive: true });
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Preferences) : {};
  const translate = { ...known.translate, enabled: false };
  const download = { ...known.download, prompt_for_download: true };
  writeFileSync(path, JSON.stringify({ ...known, translate, download }));
}

interface Preferences {
  readonly translate?: object;
  readonly download?: object;
}

function switchesFor(options: ChromiumOptions): string[] {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    '--remote-debugging-pipe',
    `--user-data-dir=${join(options.userData, profile)}`,
    `--lang=${options.locale}`,
    `--accept-lang=${options.locale}`,
    `--window-size=${options.width},${options.height}`,
    ...closedNetwork,
    ...likeElectron,
    // Chromium refuses to sandbox root; root is a container here, with a small /dev/shm.
    ...(root ? ['--no-sandbox', '--disable-dev-shm-usage'] : []),
    ...options.switches,
    ...(isHeadless() ? ['--headless=new', options.firstPage] : [`--app=${options.firstPage}`]),
  ];
}

/** Of all that Chromium says only where a debugger can attach is of use, and a test waits for it. */
function passOnDevTools(stderr: Readable): void {
  stderr.on('data', (chunk: Buffer) => {
    const line = /DevTools listening on \S+/.exec(chunk.toString());
    if (line || process.env['DRIELUIK_CHROMIUM_LOG']) process.stderr.write(line ? `${line[0]}\n` : chunk);
  });
}

async function close(child: ChildProcess, cdp: Cdp): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => void child.once('exit', () => done()));
  const slow = setTimeout(() => child.kill('SIGKILL'), 3000);
  // Refused only when it is going already; the wait below covers that.
  await cdp.send('Browser.close').catch(() => undefined);
  await gone;
  clearTimeout(slow);
}
