import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { launchApp } from './launch.ts';
import { ask } from './lesson.ts';
import { expect, test } from './test.ts';

interface FilmingNow {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly savedMs: number;
  readonly sizeBytes: number;
  readonly segments: number;
  readonly ownerId: string | null;
  readonly filmedById: string | null;
}

test.use({ fakeCamera: { cameras: 2, frameRate: 30 } });

const video = (page: Page) => page.locator('video');
const start = (page: Page) => page.getByRole('button', { name: 'Film de les' });
const filmings = (page: Page): Promise<FilmingNow[]> => ask(page, 'filming.list');
const going = async (page: Page): Promise<FilmingNow | undefined> =>
  (await filmings(page)).find(({ state }) => state === 'filming');

async function setUp(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Filmen', exact: true }).click();
  await expect(start(page)).toBeEnabled();
}

/** Waits until main has this much of the lesson, in ms. */
async function savedAtLeast(page: Page, ms: number): Promise<FilmingNow> {
  await expect.poll(async () => (await going(page))?.savedMs ?? 0, { timeout: 20_000 }).toBeGreaterThan(ms);
  const found = await going(page);
  if (!found) throw new Error('nothing is being filmed');
  return found;
}

/** A colour of the picture on the screen, to see that it lives. */
function brightness(page: Page): Promise<number> {
  return video(page).evaluate((element: HTMLVideoElement) => {
    const canvas = document.createElement('canvas');
    canvas.width = 32;
    canvas.height = 18;
    const brush = canvas.getContext('2d');
    brush?.drawImage(element, 0, 0, 32, 18);
    return [...(brush?.getImageData(0, 0, 32, 18).data ?? [])].reduce((sum, value) => sum + value, 0);
  });
}

test('home leads to filming, and bringing in is offered beside it', async ({ page }) => {
  await page.getByRole('link', { name: 'Film een les' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Een les filmen' })).toBeVisible();
  await page.getByRole('link', { name: 'Van telefoon of camcorder' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Video binnenhalen' })).toBeVisible();
});

test('the picture lives, unmirrored, and only what the camera offers can be chosen', async ({ page }) => {
  await setUp(page);
  const first = await brightness(page);
  await expect.poll(() => brightness(page)).not.toBe(first);
  expect(await video(page).evaluate((element) => getComputedStyle(element).transform)).toBe('none');
  await expect(page.getByText('1920 × 1080 met 30 beelden per seconde')).toBeVisible();
  await expect(page.locator('[data-verdict="listening"]')).toHaveCount(0);
  await page
    .getByRole('button', { name: /^Per seconde/ })
    .or(page.getByLabel('Per seconde'))
    .first()
    .click();
  await expect(page.getByRole('option')).toHaveText(['25', '30']);
  await page.keyboard.press('Escape');
});

test('what was chosen is remembered for this camera', async ({ app, folder, page }) => {
  await setUp(page);
  await page.getByLabel('Camera', { exact: true }).click();
  await page.getByRole('option', { name: 'fake_device_1' }).click();
  await expect(start(page)).toBeEnabled();
  await page.getByLabel('Beeld', { exact: true }).click();
  await page.getByRole('option', { name: '1280 × 720' }).click();
  await page.getByText('Hulplijnen').click();
  await expect(page.locator('[data-grid]')).toBeVisible();
  await expect(page.getByText('1280 × 720 met')).toBeVisible();
  await page.getByRole('link', { name: 'Opnames', exact: true }).click();
  await setUp(page);
  await expect(page.getByLabel('Camera', { exact: true })).toContainText('fake_device_1');
  await app.close();
  const again = await launchApp({
    userData: join(folder, 'data'),
    fakeCamera: { cameras: 2, frameRate: 30 },
  });
  try {
    await setUp(again.page);
    await expect(again.page.getByText('1280 × 720 met')).toBeVisible();
    await expect(again.page.locator('[data-grid]')).toBeVisible();
  } finally {
    await again.close();
  }
});

test('who is not filmed is seen and ticked before the first recording', async ({ page }) => {
  await page.getByRole('link', { name: 'Instellingen' }).click();
  await page.getByRole('link', { name: 'Groepen bekijken' }).click();
  await page.getByLabel('Nieuwe groep').fill('Groep 6b');
  await page.keyboard.press('Enter');
  await page.getByLabel('Initialen').fill('AB');
  await page.getByLabel('Plek').fill('raam, tweede rij');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'raam, tweede rij' })).toBeVisible();
  await page.getByRole('button', { name: 'AB van de lijst halen' }).click();
  await expect(page.getByText('Iedereen in deze groep mag gefilmd worden.')).toBeVisible();
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await page.getByLabel('Afspraak voor deze groep').fill('Alleen voor intervisie.');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await setUp(page);
  await page.getByLabel('Groep', { exact: true }).click();
  await page.getByRole('option', { name: 'Groep 6b' }).click();
  await expect(page.getByText('1 leerling komt niet in beeld')).toBeVisible();
  await expect(page.getByText('raam, tweede rij')).toBeVisible();
  await expect(page.getByText('Alleen voor intervisie.')).toBeVisible();
  await expect(start(page)).toBeDisabled();
  await page.getByText(/^Gezien:/).click();
  await expect(start(page)).toBeEnabled();
});

test('a lesson is filmed for a colleague with the keyboard alone, and every second of it is with main', async ({
  page,
}) => {
  const me = await ask<{ id: string }>(page, 'people.add', { name: 'Samira de Wit' });
  const other = await ask<{ id: string }>(page, 'people.add', { name: 'Joost Bakker' });
  await ask(page, 'settings.update', { currentPersonId: me.id });
  await setUp(page);
  await page.getByLabel('Wiens les is het?').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Joost');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Je filmt voor Joost Bakker.')).toBeVisible();
  for (let step = 0; step < 12; step += 1) {
    if (await start(page).evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  const filming = await savedAtLeast(page, 3000);
  expect(filming).toMatchObject({ ownerId: other.id, filmedById: me.id, segments: 1 });
  expect(filming.title).toMatch(/^Les \p{L}+ \d+ \p{L}+ \d\d:\d\d$/u);
  expect(filming.sizeBytes).toBeGreaterThan(100_000);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'De les is opgenomen' })).toBeVisible();
  await expect.poll(() => going(page)).toBe(undefined);
  // The camera's light is off: no track of the page lives.
  await expect(video(page)).toHaveCount(0);
});

test('a camera that goes makes a new segment, and the lesson goes on', async ({ page }) => {
  await setUp(page);
  await start(page).click();
  await savedAtLeast(page, 2000);
  await video(page).evaluate((element: HTMLVideoElement) => {
    for (const track of (element.srcObject as MediaStream).getVideoTracks()) track.stop();
  });
  await expect.poll(async () => (await going(page))?.segments).toBe(2);
  const before = (await going(page))?.savedMs ?? 0;
  await savedAtLeast(page, before + 2000);
  await expect(video(page)).toBeVisible();
});

test('only the page begins again: the same lesson goes on in a new segment', async ({ page }) => {
  await setUp(page);
  await start(page).click();
  const before = await savedAtLeast(page, 2000);
  await page.reload();
  await expect.poll(async () => (await going(page))?.segments, { timeout: 15_000 }).toBe(2);
  const after = await savedAtLeast(page, before.savedMs + 2000);
  expect(after.id).toBe(before.id);
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
});

test('a laptop that slept goes on after waking', async ({ app, page }) => {
  await setUp(page);
  await start(page).click();
  await savedAtLeast(page, 2000);
  await app.power('suspend');
  await expect(page.getByRole('link', { name: 'Opname loopt' })).toBeVisible();
  await page.waitForTimeout(2000);
  await app.power('resume');
  await expect.poll(async () => (await going(page))?.segments).toBe(2);
  const { savedMs } = await savedAtLeast(page, 0);
  await savedAtLeast(page, savedMs + 2000);
});

test.describe('without any device', () => {
  test.use({ fakeCamera: undefined });

  test('it says so, and offers the other way', async ({ page }) => {
    await page.getByRole('link', { name: 'Filmen', exact: true }).click();
    await expect(page.getByText('Er is geen camera of microfoon gevonden.').first()).toBeVisible();
    await expect(start(page)).toBeDisabled();
    await expect(page.getByRole('link', { name: 'Van telefoon of camcorder' })).toBeVisible();
  });
});

test('sound alone is a recording too', async ({ page }) => {
  await setUp(page);
  await page.getByLabel('Camera', { exact: true }).click();
  await page.getByRole('option', { name: 'Zonder beeld' }).click();
  await expect(page.getByText('Je neemt alleen geluid op.')).toBeVisible();
  await expect(start(page)).toBeEnabled();
  await start(page).click();
  const { sizeBytes } = await savedAtLeast(page, 2000);
  expect(sizeBytes).toBeGreaterThan(10_000);
});
