import electronLog from 'electron-log/node.js';
import { join } from 'node:path';

/** The log holds codes and counts, never names, texts or paths of what people filmed or wrote. */
export const log = electronLog;

/** Points the log at `<userData>/logs/main.log`; 5 MB, then one older file is kept. */
export function startLog(userData: string): void {
  log.transports.file.resolvePathFn = () => join(userData, 'logs', 'main.log');
  log.transports.file.maxSize = 5 * 1024 * 1024;
  log.transports.console.level = process.env['DRIELUIK_LOG'] === 'console' ? 'debug' : false;
}
