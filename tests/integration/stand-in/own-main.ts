import * as electron from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A main process of the tests' own: one page, a bridge, and whatever a test sends it to run. */
export type Electron = typeof electron;

/** What a test sends: the text of a function `(electron, arg) => …`. */
export interface Asked {
  readonly id: number;
  readonly code: string;
  readonly arg: unknown;
}

type Run = (given: Electron, arg: unknown) => unknown;

const { app, ipcMain, protocol } = electron;
const page = join(process.env['OWN_MAIN_FOLDER'] ?? '', 'page.html');

// Only who holds the lock is announced to tests.
app.requestSingleInstanceLock();
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
ipcMain.handle('echo', (_event, value: unknown) => value);
ipcMain.handle('length', (_event, bytes: Uint8Array) => bytes.byteLength);

process.on('message', ({ id, code, arg }: Asked) => {
  // A test sends its own function here, as text: that is what this process is for.
  const run = new Function(`return ${code}`)() as Run;
  Promise.resolve()
    .then(() => run(electron, arg))
    .then(
      (value) => process.send?.({ id, value }),
      (error: unknown) => process.send?.({ id, error: String(error instanceof Error ? error.stack : error) }),
    );
});

const headers = { 'Content-Type': 'text/html' };
await app.whenReady();
protocol.handle('app', () => new Response(readFileSync(page), { headers }));
process.send?.({ ready: true });
