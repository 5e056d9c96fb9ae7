import { join } from 'node:path';
import { launchApp } from '../e2e/launch.ts';
import { fillLibrary } from '../fixtures/library.ts';
import { prepare } from '../launch/prepare.ts';
import { median, type Bench } from './bench.ts';
import { residentMb } from './resident.ts';

const promisedMs = 2000;
const promisedMb = 200;

const bench: Bench = {
  name: 'start',
  promise:
    'from a cold start to a usable home screen at most 2.0 s with 1,000 recordings and 100,000 observations, main process at most 200 MB',
  limit: 1,
  async run({ tmp, log }) {
    await prepare('test');
    const userData = join(tmp, 'data');
    await fillLibrary(userData, 1000, 100_000);
    const times: number[] = [];
    let mainMb = 0;
    let launcher = '';
    for (let round = 0; round < 3; round += 1) {
      const started = performance.now();
      const app = await launchApp({ userData });
      // Usable: what was worked on last is there, so the library has answered.
      await app.page.getByRole('main').getByRole('link').first().waitFor();
      times.push(performance.now() - started);
      mainMb = Math.max(mainMb, residentMb(app.mainPid));
      launcher = app.launcher;
      await app.close();
      log(`round ${round + 1}: ${Math.round(times.at(-1) ?? 0)} ms`);
    }
    const ms = median(times);
    return {
      ratio: Math.max(ms / promisedMs, mainMb / promisedMb),
      detail: { ms, 'main MB': mainMb, launcher },
    };
  },
};

export default bench;
