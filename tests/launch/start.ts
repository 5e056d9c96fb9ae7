import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { isHeadless } from '../stand-in/chromium.ts';
import { fetchElectron } from './electron-binary.ts';
import { prepare } from './prepare.ts';
import { root } from './root.ts';
import { MachineLacks } from './setup-machine.ts';

/** `npm start`: opens the app in Electron where its program can be had, else in the stand-in; without a display, the demo. */
const main = join(root, 'out/main/main.js');
const standIn = ['--import', join(root, 'tests/stand-in/register.ts'), main];
const given = process.argv.slice(2);

try {
  const electron = await fetchElectron();
  await prepare();
  if (isHeadless()) {
    console.log(
      'There is no display here, so the demo runs instead: the same app, without a window in front of it.',
    );
    hand(process.execPath, [join(root, 'tests/demo/demo.ts'), ...given]);
  } else if (electron) {
    console.log('Drieluik opens in Electron.');
    hand(electron, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, ...given]);
  } else {
    console.log(
      "Electron's program cannot be had here, so Drieluik opens in the stand-in, with this machine's own Chromium.",
    );
    hand(process.execPath, [...standIn, ...given]);
  }
} catch (error) {
  if (!(error instanceof MachineLacks)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function hand(program: string, args: readonly string[]): void {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
  // Ended by the terminal or by npm: the app ends too, tidily, instead of staying behind without its starter.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => child.kill('SIGTERM'));
  child.on('close', (code) => (process.exitCode = code ?? 1));
}
