import electronLog from 'electron-log/node.js';
import { join } from 'node:path';

/** The log holds codes and counts, never names, texts or paths of what people filmed or wrote. */
export const log = electronLog;

// Nothing is written before the app says where: tests and tools would leave a log in the folder they stand in.
log.transports.file.level = false;
log.transports.console.level = false;

/** Points the log at `<userData>/logs/main.log`; 5 MB, then one older file is kept. */
export function startLog(userData: string): void {
  log.transports.file.resolvePathFn = () => join(userData, 'logs', 'main.log');
  log.transports.file.level = 'info';
  log.transports.file.maxSize = 5 * 1024 * 1024;
  log.transports.console.level = process.env['DRIELUIK_LOG'] === 'console' ? 'debug' : false;
}
