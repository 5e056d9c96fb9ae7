import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../launch/root.ts';
import { expect, test } from './test.ts';

/** Drops files on the window as a person does with a mouse. */
async function drop(page: Page, files: readonly string[]): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devTools.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data });
}

const lesson = join(root, 'resources/sample-lesson/lesson.mp4');

test('a newcomer brings in the sample lesson with one press and can open it', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Kijk samen naar je eigen les' })).toBeVisible();
  await page.getByRole('button', { name: 'Probeer de voorbeeldles' }).click();
  const open = page.getByRole('link', { name: 'Bekijk en knip' });
  await expect(open).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('article', { name: 'Voorbeeldles' })).toContainText('klaar');
  await page.getByRole('link', { name: 'Begin' }).first().click();
  await expect(page.getByRole('link', { name: /Verder waar je was.*Voorbeeldles/ })).toBeVisible();
});

test('files dropped on any screen are shown to choose from; what is no video says so', async ({
  page,
  folder,
}) => {
  const text = join(folder, 'verslag.mp4');
  await writeFile(text, 'Dit is geen video.\n'.repeat(40));
  await page.getByRole('link', { name: 'Instellingen' }).click();
  await drop(page, [lesson, text]);
  await expect(page.getByRole('checkbox', { name: /lesson\.mp4/ })).toBeChecked({ timeout: 20_000 });
  await expect(page.getByRole('checkbox', { name: /verslag\.mp4.*geen video/ })).toBeDisabled();
  await page.getByRole('button', { name: 'Haal 1 opname binnen' }).click();
  await expect(page.getByRole('link', { name: 'Bekijk en knip' })).toBeVisible({ timeout: 30_000 });
  await drop(page, [lesson]);
  await expect(page.getByText('Staat al bij je opnames')).toBeVisible({ timeout: 20_000 });
});

test('a recording gets another name, is taken away and put back', async ({ page }) => {
  await page.getByRole('button', { name: 'Probeer de voorbeeldles' }).click();
  await page.getByRole('link', { name: 'Bekijk en knip' }).waitFor({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Opnames' }).click();
  await page.getByRole('button', { name: 'Acties voor Voorbeeldles' }).click();
  await page.getByRole('menuitem', { name: 'Naam wijzigen' }).click();
  await page.getByLabel('Naam van de opname').fill('Kringgesprek');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByRole('button', { name: 'Acties voor Kringgesprek' }).click();
  await page.getByRole('menuitem', { name: 'Weghalen' }).click();
  await expect(page.getByRole('heading', { name: 'Nog geen opnames' })).toBeVisible();
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(page.getByText('Kringgesprek', { exact: true })).toBeVisible();
});

test('who is here is always in sight, and stays after another screen', async ({ page }) => {
  await page.getByRole('button', { name: /Wie ben je/ }).click();
  await page.getByRole('menuitem', { name: 'Mensen toevoegen of wijzigen' }).click();
  await page.getByLabel('Naam').fill('Samira de Wit');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Acties voor Samira de Wit' })).toBeVisible();
  await page.getByRole('button', { name: /Wie ben je/ }).click();
  await page.getByRole('menuitem', { name: 'Samira de Wit' }).click();
  await page.getByRole('link', { name: 'Begin' }).first().click();
  await expect(page.getByRole('heading', { name: 'Dag Samira' })).toBeVisible();
});

test('one key draws the curtain over everything, also while typing, and opens it again', async ({ page }) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('geheim');
  await page.keyboard.press('F9');
  await expect(page.getByRole('heading', { name: 'Het gordijn is dicht' })).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await page.keyboard.press('F9');
  await expect(page.getByRole('searchbox')).toHaveValue('geheim');
});

test('the language changes at once', async ({ page }) => {
  await page.getByRole('link', { name: 'Instellingen' }).click();
  await page.getByText('English').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('no key of the player does two things', async ({ page }) => {
  await page.getByRole('button', { name: 'Probeer de voorbeeldles' }).click();
  await page.getByRole('link', { name: 'Bekijk en knip' }).click({ timeout: 30_000 });
  await expect(page.locator('video').first()).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('?');
  const keys = await page.getByRole('dialog', { name: 'Alle toetsen' }).locator('kbd').allTextContents();
  expect(keys).toEqual(expect.arrayContaining(['Spatie', 'I', 'O', 'N', '/', '?']));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('? shows the keys that work here', async ({ page }) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Alle toetsen' })).toContainText('Zoeken in alles');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
