import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { clockOf } from '../../electron/media/frames/frame-index.ts';
import { cameraRate, countingCamera } from '../e2e/fake-camera.ts';
import { fileOf, filmingNow, startFilming, whenRecorded } from '../e2e/filmed.ts';
import { launchApp } from '../e2e/launch.ts';
import { liveMoments, median, offsets } from '../e2e/live-offset.ts';
import { beeps, frameNumbers } from '../fixtures/clips.ts';
import { recordedAt } from '../fixtures/recorded.ts';
import { prepare } from '../launch/prepare.ts';
import type { Bench } from './bench.ts';
import { residentMb, slopeMbPerMinute, type Sample } from './resident.ts';

/** Twenty minutes; `DRIELUIK_LONG_SECONDS` shortens it for a trial, which then proves nothing about memory. */
const seconds = Number(process.env['DRIELUIK_LONG_SECONDS'] ?? 1200);
/** The camera's film goes round; a whole number of seconds, so that the picture of a whole second stays one. */
const loopSeconds = 20;
const loop = loopSeconds * cameraRate;
const lessonMinutes = 90;
const most = { growthMb: 50, driftMs: 80, droppedPercent: 1 } as const;
/** How long the page listens in on what camera and microphone give, at the beginning and at the end. */
const listenMs = 8000;
/** What a start-up leaves to be cleared, and what the first recorder takes once. */
const settledMs = Math.min(120_000, seconds * 250);

const bench: Bench = {
  name: 'filming a lesson',
  promise: `twenty minutes at 720p: memory of the main process grows at most ${most.growthMb} MB in ${lessonMinutes} minutes, sound drifts at most ${most.driftMs} ms, at most ${most.droppedPercent} % of the pictures are dropped`,
  limit: 1,
  async run({ tmp, log }) {
    await prepare('test');
    const userData = join(tmp, 'data');
    const sound = { soundSeconds: seconds + 120 };
    const fakeCamera = await countingCamera(tmp, { seconds: loopSeconds, size: '1280x720', ...sound });
    const app = await launchApp({ userData, fakeCamera });
    const { page } = app;
    await startFilming(page);
    const begun = performance.now();
    const samples: Sample[] = [];
    const sampling = setInterval(() => {
      samples.push({ atMs: performance.now() - begun, mb: residentMb(app.mainPid) });
    }, 1000);
    const told = setInterval(() => {
      const { atMs, mb } = samples.at(-1) ?? { atMs: 0, mb: 0 };
      log(`${Math.round(atMs / 1000)} s: main ${mb.toFixed(0)} MB`);
    }, 60_000);
    await page.waitForTimeout(2000);
    const liveAtFirst = await liveOffset(page);
    await page.waitForTimeout(Math.max(0, seconds * 1000 - listenMs - (performance.now() - begun)));
    const liveAtLast = await liveOffset(page);
    clearInterval(sampling);
    clearInterval(told);
    const { id } = (await filmingNow(page)) ?? { id: '' };
    await page.getByRole('button', { name: 'Stop' }).click();
    const stopped = performance.now();
    const { durationMs } = await whenRecorded(page, id);
    const finishS = (performance.now() - stopped) / 1000;
    await app.close();
    log('filmed; counting pictures and beeps');
    const { dropped, pictures, count } = await picturesOf(fileOf(userData, id));
    const filmed = offsets({ pictures, beeps: await beeps(fileOf(userData, id)) });
    const few = Math.max(1, Math.round(listenMs / 1000));
    // The fake devices are not in step with each other for twenty minutes: what they do themselves is taken off.
    const change = median(filmed.slice(-few)) - median(filmed.slice(0, few));
    const devices = liveAtLast - liveAtFirst;
    const drift = Math.abs(change - devices);
    const slope = slopeMbPerMinute(samples.filter(({ atMs }) => atMs >= settledMs));
    const growth = Math.max(0, slope * lessonMinutes);
    const droppedPercent = (100 * dropped) / (count + dropped);
    return {
      ratio: Math.max(
        growth / most.growthMb,
        drift / most.driftMs,
        droppedPercent / most.droppedPercent,
        filmed.length < 2 ? Infinity : 0,
      ),
      detail: {
        'lesson s': durationMs / 1000,
        'slope MB/min': slope,
        'MB in 90 min': growth,
        'first MB': samples[0]?.mb ?? 0,
        'most MB': Math.max(...samples.map(({ mb }) => mb)),
        'drift ms': drift,
        'in the file ms': change,
        'of the devices ms': devices,
        pictures: count,
        'dropped %': droppedPercent,
        'made whole in s': finishS,
        launcher: app.launcher,
      },
    };
  },
};
export default bench;

async function liveOffset(page: Page): Promise<number> {
  return median(offsets(await liveMoments(page, listenMs, cameraRate)));
}

/** Counts by the number each picture carries, round after round of the camera's film. */
async function picturesOf(
  file: string,
): Promise<{ dropped: number; count: number; pictures: readonly number[] }> {
  const numbers = await frameNumbers(file);
  const clock = clockOf((await recordedAt(file)).index);
  let dropped = 0;
  for (const [frame, number] of numbers.entries()) {
    const step = frame === 0 ? 1 : (number - (numbers[frame - 1] ?? 0) + loop) % loop;
    // The same picture twice is none that was dropped.
    dropped += Math.max(0, step - 1);
  }
  const pictures = numbers.flatMap((number, frame) =>
    number % cameraRate === 0 && numbers[frame - 1] !== number ? [clock.timeOf(frame)] : [],
  );
  return { dropped, count: numbers.length, pictures };
}
