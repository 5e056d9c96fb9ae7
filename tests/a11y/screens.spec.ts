import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/test.ts';

const screens = [
  '/',
  '/bring-in',
  '/recordings',
  '/cases',
  '/search',
  '/jobs',
  '/people',
  '/settings',
  '/nowhere',
];

async function go(page: Page, place: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, place);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** What axe finds against WCAG 2.2 AA, as `rule: element`, so that a failure reads by itself. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

test('every screen can be used by who cannot see, hear or point, in light and in dark', async ({ page }) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    for (const screen of screens) {
      await go(page, screen);
      expect(await faults(page), `${screen} in ${theme}`).toEqual([]);
    }
  }
});

test('a recording, its work and what is found of it can be used by everyone too', async ({ page }) => {
  await page.getByRole('button', { name: 'Probeer de voorbeeldles' }).click();
  const open = page.getByRole('link', { name: 'Bekijk en knip' });
  await expect(open).toBeVisible({ timeout: 30_000 });
  expect(await faults(page), 'brought in').toEqual([]);
  await open.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Voorbeeldles' })).toBeVisible();
  await expect(page.locator('video').first()).toBeVisible({ timeout: 20_000 });
  expect(await faults(page), 'recording').toEqual([]);
  await go(page, '/search?q=voorbeeld');
  await expect(page.getByRole('link', { name: /Voorbeeldles/ })).toBeVisible();
  expect(await faults(page), 'found').toEqual([]);
  await go(page, '/');
  expect(await faults(page), 'home with a recording').toEqual([]);
});

test('nothing is lost at twice the size', async ({ page }) => {
  // 200 % in a window of 1366 pixels leaves the page 683 of its own.
  await page.setViewportSize({ width: 683, height: 384 });
  for (const screen of screens) {
    await go(page, screen);
    const wider = await page.evaluate(() => document.querySelector('main')?.scrollWidth ?? 0);
    expect(wider, screen).toBeLessThanOrEqual(683);
  }
});

test('every word on the screens is translated', async ({ page }) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => localStorage.setItem('drieluik.locale', 'pseudo'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\[/);
  for (const screen of screens) {
    await go(page, screen);
    const plain = await page.evaluate(() => {
      const words: string[] = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const text = walk.currentNode.textContent?.trim() ?? '';
        const parent = walk.currentNode.parentElement;
        // Names of programs, paths and numbers are the same in every language.
        if (/\p{L}{3,}/u.test(text) && !text.includes('[') && !parent?.closest('dl, script, style'))
          words.push(text);
      }
      return words;
    });
    expect(plain, screen).toEqual([]);
  }
});
