import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ask, expectFrame, openLesson, saidFrame, seenFrame } from './lesson.ts';
import { expect, test } from './test.ts';

interface Cut {
  readonly id: string;
  readonly name: string;
  readonly inFrame: number;
  readonly outFrame: number;
  readonly file: string;
}

test.describe('cutting', () => {
  test('makes a fragment from I to O with the frames that were on screen, and cuts its file', async ({
    page,
    folder,
  }) => {
    const recordingId = await openLesson(page, folder);
    await markFragment(page);
    await page.getByRole('button', { name: 'Fragment maken van 2,0 s' }).click();
    const list = (): Promise<Cut[]> => ask<Cut[]>(page, 'fragments.list', { recordingId });
    await expect
      .poll(async () => (await list()).map((one) => [one.inFrame, one.outFrame]))
      .toEqual([[26, 77]]);
    await expect(page.getByText(/^Bestand klaar/)).toBeVisible({ timeout: 30_000 });
    expect((await list())[0]?.file).toBe('ready');
  });

  test('plays just the fragment: from its first frame to its last, and not one more', async ({
    page,
    folder,
  }) => {
    await openLesson(page, folder);
    await markFragment(page);
    await page.keyboard.press('f');
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByRole('button', { name: 'Speel alleen Fragment 1' }).click();
    const paused = (): Promise<boolean> =>
      page.locator('video').evaluate((video: HTMLVideoElement) => video.paused);
    await expect.poll(paused).toBe(false);
    let highest = 0;
    await expect
      .poll(
        async () => {
          highest = Math.max(highest, await saidFrame(page));
          return paused();
        },
        { timeout: 15_000, intervals: [20] },
      )
      .toBe(true);
    await expectFrame(page, 76);
    expect(highest).toBeLessThanOrEqual(76);
  });

  test('repeats a fragment from its first frame until it is paused', async ({ page, folder }) => {
    await openLesson(page, folder);
    await markFragment(page);
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Herhaal Fragment 1' }).click();
    await expect.poll(() => saidFrame(page), { intervals: [30] }).toBeGreaterThan(60);
    await expect.poll(() => saidFrame(page), { intervals: [30] }).toBeLessThan(45);
    await page.keyboard.press('k');
    await expect.poll(async () => (await saidFrame(page)) - (await seenFrame(page))).toBe(0);
    expect(await saidFrame(page)).toBeGreaterThanOrEqual(26);
  });

  test('adjusts an end by dragging its handle and by key, one frame at a time', async ({ page, folder }) => {
    const recordingId = await openLesson(page, folder);
    await markFragment(page);
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Aanpassen' }).click();
    const end = page.getByRole('slider', { name: 'Einde van het fragment' });
    await end.focus();
    await page.keyboard.press('ArrowRight');
    const ends = async (): Promise<unknown> =>
      (await ask<Cut[]>(page, 'fragments.list', { recordingId })).map((one) => [one.inFrame, one.outFrame]);
    await expect.poll(ends).toEqual([[26, 78]]);
    // The picture goes along: the last frame that is still seen.
    await expectFrame(page, 77);
    const box = await page.getByRole('slider', { name: 'Begin van het fragment' }).boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 40];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y, { steps: 6 });
    await expect(page.getByText(/^0:01,\d, beeld \d+$/)).toBeVisible();
    await page.mouse.up();
    await expect
      .poll(async () => (await ask<Cut[]>(page, 'fragments.list', { recordingId }))[0]?.inFrame)
      .toBeGreaterThan(30);
  });

  test('takes a fragment away and brings it back', async ({ page, folder }) => {
    await openLesson(page, folder);
    await markFragment(page);
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Fragment 1 weghalen' }).click();
    await expect(page.getByText('«Fragment 1» is weggehaald.')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Fragmenten van deze opname' })).toBeHidden();
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await expect(page.getByRole('button', { name: 'Speel alleen Fragment 1' })).toBeVisible();
  });

  test('puts a fragment on the table as a case', async ({ page, folder }) => {
    await openLesson(page, folder);
    await markFragment(page);
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Casus maken' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Naam').fill('Wachttijd na een vraag');
    await dialog.getByRole('button', { name: 'Casus maken' }).click();
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#\/cases\/[0-9a-f-]{36}$/);
    const { items } = await ask<{ items: { title: string; fragmentCount: number }[] }>(page, 'cases.list');
    expect(items).toMatchObject([{ title: 'Wachttijd na een vraag', fragmentCount: 1 }]);
  });

  test('plays a fragment from its own file when the recording is gone, and says what is missing', async ({
    page,
    folder,
  }) => {
    const recordingId = await openLesson(page, folder);
    await markFragment(page);
    await page.keyboard.press('f');
    await expect(page.getByText(/^Bestand klaar/)).toBeVisible({ timeout: 30_000 });
    await page.evaluate(() => {
      location.hash = '#/recordings';
    });
    const files = globSync(join(folder, '**', recordingId, '*.mp4')).concat(
      globSync(join(folder, '**', `${recordingId}.mp4`)),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) rmSync(file, { force: true });
    await ask(page, 'recordings.get', { id: recordingId });
    await page.evaluate((id) => {
      location.hash = `#/recordings/${id}`;
    }, recordingId);
    await expect(page.getByRole('heading', { name: 'De video is er niet' })).toBeVisible();
    await page.getByRole('button', { name: 'Speel alleen Fragment 1' }).click();
    await expect(page.getByRole('heading', { name: 'De video is er niet' })).toBeHidden();
    await expectFrame(page, 76);
  });
});

/** Marks frames 26 up to and including 76 by key: 51 frames of 25 a second. */
async function markFragment(page: Parameters<typeof expectFrame>[0]): Promise<void> {
  await expectFrame(page, 0);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expectFrame(page, 26);
  await page.keyboard.press('i');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expectFrame(page, 76);
  await page.keyboard.press('o');
}
