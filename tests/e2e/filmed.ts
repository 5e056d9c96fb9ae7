import { expect, type Page } from '@playwright/test';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Gap } from '../../shared/contract/recordings.ts';
import { ask } from './lesson.ts';

/** A lesson that is filmed, or found unfinished, as main lists it. */
export interface FilmingNow {
  readonly id: string;
  readonly state: string;
  readonly savedMs: number;
  readonly sizeBytes: number;
  readonly segments: number;
}

export interface Filmed {
  readonly id: string;
  readonly durationMs: number;
  readonly playability: string;
  readonly gaps: readonly Gap[];
}

export const filmings = (page: Page): Promise<FilmingNow[]> => ask(page, 'filming.list');

export const filmingNow = async (page: Page): Promise<FilmingNow | undefined> =>
  (await filmings(page)).find(({ state }) => state === 'filming');

/** Opens the screen, starts, and waits until the first second is with main. */
export async function startFilming(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Filmen', exact: true }).click();
  const start = page.getByRole('button', { name: 'Film de les' });
  await expect(start).toBeEnabled({ timeout: 20_000 });
  await start.click();
  await expect(page.locator('[data-elapsed]')).toBeVisible();
}

/** Lesson time as the screen says it, in ms. */
export const elapsedMs = async (page: Page): Promise<number> =>
  Number(await page.locator('[data-elapsed]').getAttribute('data-elapsed'));

/** Waits until the lesson is a recording that plays. */
export async function whenRecorded(page: Page, id: string): Promise<Filmed> {
  const find = async (): Promise<Filmed | undefined> =>
    (await ask<{ items: Filmed[] }>(page, 'recordings.list')).items.find((one) => one.id === id);
  await expect.poll(async () => (await find())?.playability, { timeout: 60_000 }).toMatch(/^(direct|proxy)$/);
  const { gaps } = await ask<{ gaps: readonly Gap[] }>(page, 'recordings.timeline', { id });
  return { ...(await ask<Omit<Filmed, 'gaps'>>(page, 'recordings.get', { id })), gaps };
}

/** The file that was made of the lesson. */
export function fileOf(userData: string, id: string): string {
  const [found] = globSync(join(userData, 'library/media/recordings', id, 'original.*'));
  if (!found) throw new Error(`no file of ${id}`);
  return found;
}

/** Plays it for a second and seeks twice. @returns the numbers on the pictures at 70 % and at 20 %. */
export function playAndSeek(page: Page): Promise<{ moved: boolean; late: number; early: number }> {
  return page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    const waitFor = (name: string): Promise<unknown> =>
      new Promise((done, fail) => {
        video.addEventListener(name, done, { once: true });
        setTimeout(fail, 10_000, new Error(`no ${name}`));
      });
    const canvas = document.createElement('canvas');
    const numberAt = async (part: number): Promise<number> => {
      const seeked = waitFor('seeked');
      video.currentTime = video.duration * part;
      await seeked;
      await new Promise((done) => setTimeout(done, 300));
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      const brush = canvas.getContext('2d', { willReadFrequently: true });
      brush?.drawImage(video, 0, 0);
      const data = brush?.getImageData(0, 8, 224, 1).data;
      return Array.from({ length: 14 }, (_, bit) =>
        (data?.[(bit * 16 + 8) * 4] ?? 0) > 127 ? 2 ** bit : 0,
      ).reduce((sum, value) => sum + value, 0);
    };
    video.muted = true;
    const from = video.currentTime;
    await video.play();
    await new Promise((done) => setTimeout(done, 700));
    const moved = video.currentTime > from;
    video.pause();
    const late = await numberAt(0.7);
    return { moved, late, early: await numberAt(0.2) };
  });
}
