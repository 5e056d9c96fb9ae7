import { app } from 'electron';
import { join, resolve } from 'node:path';

/** Where the library is: `--library=FOLDER` (a stick, a school drive), else inside the person's own data folder. */
export function libraryFolder(): string {
  const chosen = app.commandLine.getSwitchValue('library');
  return chosen === '' ? join(app.getPath('userData'), 'library') : resolve(chosen);
}
