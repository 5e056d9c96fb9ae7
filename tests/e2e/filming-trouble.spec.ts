import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { clockOf } from '../../electron/media/frames/frame-index.ts';
import { beeps, frameNumbers } from '../fixtures/clips.ts';
import { recordedAt } from '../fixtures/recorded.ts';
import { cameraRate, countingCamera } from './fake-camera.ts';
import {
  elapsedMs,
  fileOf,
  filmingNow,
  filmings,
  playAndSeek,
  startFilming,
  whenRecorded,
  type Filmed,
} from './filmed.ts';
import { launchApp } from './launch.ts';
import { ask, openRecording, seenFrame } from './lesson.ts';
import { liveMoments, median, offsets } from './live-offset.ts';
import { expect, test } from './test.ts';

/** What may be lost when everything dies at once, in ms: the promise. */
const mostLostMs = 5000;
const kills = 20;

/** Moments after the start, spread over chunk and sync boundaries; the same in every run. */
const moments = Array.from({ length: kills }, (_, kill) => 400 + ((kill * 7919) % 997) * 8);

/** Makes a recording of what was found, or says that there was nothing yet. */
async function rescued(page: Page): Promise<Filmed | null> {
  const [found] = await filmings(page);
  expect(found?.state).toBe('unfinished');
  if (!found || found.sizeBytes === 0) {
    if (found) await ask(page, 'filming.discard', { filmingId: found.id });
    return null;
  }
  await ask(page, 'filming.rescue', { filmingId: found.id });
  return whenRecorded(page, found.id);
}

test(`the whole app is killed ${kills} times while it films: five seconds at most are lost, the rest plays`, async ({
  folder,
}) => {
  test.setTimeout(20 * 60_000);
  const userData = join(folder, 'data');
  const fakeCamera = await countingCamera(folder, { seconds: 60 });
  let app = await launchApp({ userData, fakeCamera });
  const lost: number[] = [];
  for (const [kill, moment] of moments.entries()) {
    await startFilming(app.page);
    await app.page.waitForTimeout(moment);
    const [elapsed, seen] = [await elapsedMs(app.page), await seenFrame(app.page)];
    const seenAt = performance.now();
    await app.kill();
    const dying = performance.now() - seenAt;
    app = await launchApp({ userData, fakeCamera });
    const filmed = await rescued(app.page);
    const numbers = filmed ? await frameNumbers(fileOf(userData, filmed.id)) : [];
    const lostPictures = filmed ? ((seen - (numbers.at(-1) ?? 0)) * 1000) / cameraRate : elapsed;
    lost.push(Math.round(Math.max(elapsed - (filmed?.durationMs ?? 0), lostPictures) + dying));
    expect(lost.at(-1), `kill ${kill} after ${moment} ms`).toBeLessThanOrEqual(mostLostMs);
    if (!filmed) continue;
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    await openRecording(app.page, filmed.id);
    const { moved, late, early } = await playAndSeek(app.page);
    expect(moved).toBe(true);
    expect(late).toBeGreaterThan(early);
    expect(numbers).toEqual(expect.arrayContaining([late, early]));
  }
  await app.close();
  const worst = Math.max(...lost);
  console.log(`lost per kill, in ms: ${lost.join(', ')}; at most ${worst}`);
  expect(lost).toHaveLength(kills);
});

test('every picture of the camera is in the recording, and the sound stays with it', async ({ folder }) => {
  test.setTimeout(180_000);
  const userData = join(folder, 'data');
  const fakeCamera = await countingCamera(folder, { seconds: 60, size: '1280x720' });
  const app = await launchApp({ userData, fakeCamera });
  const { page } = app;
  await startFilming(page);
  await page.waitForTimeout(1500);
  const live = offsets(await liveMoments(page, 8000, cameraRate));
  await page.waitForTimeout(10_000);
  const { id } = (await filmingNow(page)) ?? { id: '' };
  const elapsed = await elapsedMs(page);
  await page.getByRole('button', { name: 'Stop' }).click();
  const { durationMs } = await whenRecorded(page, id);
  await app.close();
  const file = fileOf(userData, id);
  const numbers = await frameNumbers(file);
  const [first = 0] = numbers;
  const dropped = (numbers.at(-1) ?? 0) - first + 1 - new Set(numbers).size;
  const clock = clockOf((await recordedAt(file)).index);
  const pictures = numbers.flatMap((number, frame) =>
    number % cameraRate === 0 ? [clock.timeOf(frame)] : [],
  );
  const filmed = offsets({ pictures, beeps: await beeps(file) });
  const drift = Math.max(...filmed) - Math.min(...filmed);
  const shifted = median(filmed) - median(live);
  console.log(
    `720p: ${numbers.length} pictures in ${durationMs} ms, ${dropped} dropped; sound drifts ${drift.toFixed(1)} ms, is ${shifted.toFixed(0)} ms from how it was live`,
  );
  expect(durationMs).toBeGreaterThanOrEqual(elapsed);
  expect(dropped / numbers.length).toBeLessThanOrEqual(0.01);
  expect(filmed.length).toBeGreaterThanOrEqual(Math.floor(durationMs / 1000) - 1);
  expect(drift).toBeLessThanOrEqual(80);
  // What the page itself hears comes in buffers: that is how far this measure goes.
  expect(Math.abs(shifted)).toBeLessThanOrEqual(120);
});

test.describe('one lesson', () => {
  test('goes on in a new segment when only the process of the page is killed', async ({ folder }) => {
    test.setTimeout(180_000);
    const userData = join(folder, 'data');
    const app = await launchApp({ userData, fakeCamera: await countingCamera(folder, { seconds: 60 }) });
    await startFilming(app.page);
    await app.page.waitForTimeout(4000);
    const before = await filmingNow(app.page);
    const [filmedBefore, countedFrom] = [await elapsedMs(app.page), performance.now()];
    await app.killPage();
    const page = await app.pageAgain();
    await expect.poll(async () => (await filmingNow(page))?.segments, { timeout: 20_000 }).toBe(2);
    const savedAfter = (await filmingNow(page))?.savedMs ?? 0;
    await expect
      .poll(async () => (await filmingNow(page))?.savedMs, { timeout: 20_000 })
      .toBeGreaterThan(savedAfter + 3000);
    const wall = filmedBefore + performance.now() - countedFrom;
    await page.getByRole('button', { name: 'Stop' }).click();
    const filmed = await whenRecorded(page, before?.id ?? '');
    console.log(
      `page killed: ${Math.round(wall)} ms of lesson, ${filmed.durationMs} ms on file, gap said: ${filmed.gaps[0]?.lengthMs} ms`,
    );
    expect(filmed.gaps).toHaveLength(1);
    expect(filmed.gaps[0]?.reason).toBe('page-restarted');
    expect(filmed.gaps[0]?.lengthMs).toBeLessThanOrEqual(mostLostMs);
    expect(wall - filmed.durationMs).toBeLessThanOrEqual(mostLostMs);
    await app.close();
  });

  test('stands still while the laptop sleeps and goes on when it wakes, with the gap said', async ({
    folder,
  }) => {
    test.setTimeout(180_000);
    const userData = join(folder, 'data');
    const app = await launchApp({ userData, fakeCamera: await countingCamera(folder, { seconds: 60 }) });
    const { page } = app;
    await startFilming(page);
    await page.waitForTimeout(3500);
    const { id } = (await filmingNow(page)) ?? { id: '' };
    const [seen, before] = [await seenFrame(page), await elapsedMs(page)];
    await app.power('suspend');
    await page.waitForTimeout(4000);
    expect((await filmingNow(page))?.segments).toBe(1);
    await app.power('resume');
    await expect.poll(async () => (await filmingNow(page))?.segments).toBe(2);
    await page.waitForTimeout(3000);
    // Locked and unlocked again: the same.
    await app.power('lock-screen');
    await page.waitForTimeout(1500);
    await app.power('unlock-screen');
    await expect.poll(async () => (await filmingNow(page))?.segments).toBe(3);
    await page.waitForTimeout(2000);
    await page.getByRole('button', { name: 'Stop' }).click();
    const filmed = await whenRecorded(page, id);
    expect(filmed.gaps.map(({ reason }) => reason)).toEqual(['sleep', 'sleep']);
    const [asleep, locked] = filmed.gaps.map(({ lengthMs }) => lengthMs);
    expect(asleep).toBeGreaterThan(3500);
    expect(asleep).toBeLessThan(4000 + mostLostMs);
    expect(locked).toBeGreaterThan(1000);
    // Everything until the lid closed is there: to the picture that was on the screen, and about as long.
    const numbers = await frameNumbers(fileOf(userData, id));
    expect(
      Math.max(...numbers.slice(0, Math.ceil((before / 1000) * cameraRate * 1.5))),
    ).toBeGreaterThanOrEqual(seen - 2);
    expect(Math.abs((filmed.gaps[0]?.atMs ?? 0) - before)).toBeLessThan(1000);
    await app.close();
  });
});
