import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { findElectron } from './electron-binary.ts';
import { prepare } from './prepare.ts';
import { root } from './root.ts';
import { run } from './run.ts';

/** `npm test`: everything; the last line is `N passed, N failed`. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const results = join(root, 'test-results');
mkdirSync(results, { recursive: true });
await prepare('test');

const tallies = [await withVitest(), await withPlaywright()];
const total = tallies.reduce((sum, one) => ({
  passed: sum.passed + one.passed,
  failed: sum.failed + one.failed,
  skipped: sum.skipped + one.skipped,
}));
console.log(
  findElectron()
    ? 'The end-to-end tests ran in real Electron.'
    : "The end-to-end tests ran in the stand-in: Electron's program is not on this machine.",
);
if (total.skipped > 0) console.log(`${total.skipped} skipped: each says above what this machine lacks.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function withVitest(): Promise<Tally> {
  const file = join(results, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
    loud: true,
  });
  const report = z
    .object({
      numPassedTests: z.int(),
      numFailedTests: z.int(),
      numPendingTests: z.int(),
      numFailedTestSuites: z.int(),
    })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  // A file that could not even be loaded counts no test, and an error outside any test neither; both are failures.
  const failed = Math.max(report.numFailedTests, code === 0 ? 0 : 1);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}

async function withPlaywright(): Promise<Tally> {
  const file = join(results, 'playwright.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  const { code } = await run(process.execPath, [cli, 'test', '--reporter=list,json'], { loud: true, env });
  const { stats } = z
    .object({ stats: z.object({ expected: z.int(), unexpected: z.int(), skipped: z.int(), flaky: z.int() }) })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  const failed = Math.max(stats.unexpected + stats.flaky, code === 0 ? 0 : 1);
  return { passed: stats.expected, failed, skipped: stats.skipped };
}
