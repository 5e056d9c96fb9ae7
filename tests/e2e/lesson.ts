import { expect, type Page } from '@playwright/test';
import { join } from 'node:path';
import { makeClip, type ClipOptions } from '../fixtures/clips.ts';

interface Answer {
  readonly ok: boolean;
  readonly data?: unknown;
  readonly error?: unknown;
}

interface BridgeWindow {
  readonly drieluik: { call(name: string, input: unknown): Promise<Answer> };
}

/** Asks main through the page's own bridge, for setting the stage of a test. @throws what main answered. */
export async function ask<T>(page: Page, name: string, input: unknown = {}): Promise<T> {
  const answer = await page.evaluate(
    ([called, given]) => (window as unknown as BridgeWindow).drieluik.call(called, given),
    [name, input] as const,
  );
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer.data as T;
}

interface Shown {
  readonly id: string;
  readonly playability: string;
  readonly hasWaveform: boolean;
}

/** Brings in a clip whose frames carry their number and opens it on the trim screen. @returns its id. */
export async function openLesson(page: Page, folder: string, options: ClipOptions = {}): Promise<string> {
  const clip = await makeClip(join(folder, 'les.mp4'), { seconds: 12, ...options });
  const offer = await ask<{ id: string; clips: { id: string }[] }>(page, 'imports.offerDropped', {
    paths: [clip],
  });
  const clipIds = offer.clips.map(({ id }) => id);
  await ask(page, 'imports.start', { offerId: offer.id, clipIds, ownerId: null });
  let recording: Shown | undefined;
  await expect
    .poll(
      async () => {
        recording = (await ask<{ items: Shown[] }>(page, 'recordings.list')).items[0];
        return /^(direct|proxy)$/.test(recording?.playability ?? '') && recording?.hasWaveform;
      },
      { timeout: 40_000 },
    )
    .toBe(true);
  await openRecording(page, recording?.id ?? '');
  return recording?.id ?? '';
}

export async function openRecording(page: Page, id: string, at?: number): Promise<void> {
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/recordings/${id}${at === undefined ? '' : `?at=${at}`}`,
  );
  await expect(page.locator('video')).toBeAttached();
  await expect
    .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.readyState))
    .toBe(4);
}

/** The frame the app says is on screen. */
export async function saidFrame(page: Page): Promise<number> {
  return Number(await page.locator('[data-frame]').getAttribute('data-frame'));
}

/** The number that the picture itself carries, read from the screen's own pixels. */
export function seenFrame(page: Page): Promise<number> {
  return page.locator('video').evaluate((video: HTMLVideoElement) => {
    const canvas = document.createElement('canvas');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    const brush = canvas.getContext('2d');
    brush?.drawImage(video, 0, 0);
    const data = brush?.getImageData(0, 8, 224, 1).data;
    return Array.from({ length: 14 }, (_, bit) =>
      (data?.[(bit * 16 + 8) * 4] ?? 0) > 127 ? 2 ** bit : 0,
    ).reduce((sum, value) => sum + value, 0);
  });
}

/** Waits until the app says a frame, and the picture carries that very number. */
export async function expectFrame(page: Page, frame: number): Promise<void> {
  await expect.poll(() => saidFrame(page)).toBe(frame);
  await expect.poll(() => seenFrame(page)).toBe(frame);
}
