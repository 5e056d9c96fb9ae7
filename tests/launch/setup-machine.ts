import { existsSync } from 'node:fs';
import { findChromium } from '../stand-in/find-chromium.ts';
import { findElectron } from './electron-binary.ts';
import { run } from './run.ts';

/** What the app and its tests need of a Debian machine beyond the packages of npm. */
interface Need {
  readonly packages: readonly string[];
  readonly present: () => boolean;
}

const chromium: Need = {
  packages: ['chromium', 'fonts-liberation'],
  present: () => findChromium() !== undefined,
};
// A second, newer ffmpeg: everything must work with the bundled one of 2018 and with Debian's.
const ffmpeg: Need = { packages: ['ffmpeg'], present: () => existsSync('/usr/bin/ffmpeg') };

/** Thrown where something is missing that may not be installed from here. `command` installs it. */
export class MachineLacks extends Error {
  constructor(packages: readonly string[]) {
    const command = `sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`;
    const elsewhere =
      'install Chromium (or Google Chrome) and name it in DRIELUIK_CHROMIUM if it is not found';
    super(
      process.platform === 'linux'
        ? `This machine lacks ${packages.join(', ')}. Run: ${command}`
        : `This machine has no Chromium: ${elsewhere}.`,
    );
  }
}

/** Installs what is missing where that may be done (root on Debian). @throws MachineLacks elsewhere. */
export async function setUpMachine(purpose: 'start' | 'test'): Promise<void> {
  const needs = [
    ...(findElectron() ? [] : [chromium]),
    ...(purpose === 'test' && process.platform === 'linux' ? [ffmpeg] : []),
  ];
  const missing = needs.filter((need) => !need.present()).flatMap((need) => need.packages);
  if (missing.length === 0) return;
  const mayInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) throw new MachineLacks(missing);
  console.log(`Installing ${missing.join(', ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await apt(['update', '-qq'], env);
  await apt(['install', '-y', '-qq', '--no-install-recommends', ...missing], env);
}

async function apt(args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const { code, output } = await run('/usr/bin/apt-get', args, { env });
  if (code !== 0) throw new Error(`apt-get ${args[0]} failed:\n${output.slice(-2000)}`);
}
