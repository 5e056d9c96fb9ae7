import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { callInPage } from '../demo/page-calls.ts';
import { findElectron } from '../launch/electron-binary.ts';
import { root } from '../launch/root.ts';
import { launchApp } from './launch.ts';
import { expect, test } from './test.ts';

test('a library of a newer version is refused with a sentence, untouched', async ({ folder }) => {
  const userData = join(folder, 'data');
  const first = await launchApp({ userData });
  await callInPage(first.page, 'people', 'add', { name: 'Noor' });
  await first.close();
  const path = join(userData, 'library/drieluik.db');
  const db = new Database(path);
  db.pragma('user_version = 99');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const hash = async (): Promise<string> =>
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  const before = await hash();
  const second = await launchApp({ userData });
  await expect(second.page.getByText(/gemaakt met een nieuwere Drieluik/).first()).toBeVisible();
  await second.close();
  expect(await hash()).toBe(before);
});

test('what was acknowledged is there after the main process is killed', async ({ folder }) => {
  const userData = join(folder, 'data');
  const first = await launchApp({ userData });
  const { id } = await callInPage(first.page, 'people', 'add', { name: 'Samira' });
  await first.kill();
  const second = await launchApp({ userData });
  expect((await callInPage(second.page, 'people', 'list', {})).map((person) => person.id)).toContain(id);
  await second.close();
});

test('a second start leaves the first window the only one', async ({ app, folder }) => {
  await app.page.getByRole('heading', { level: 1 }).waitFor();
  const electron = findElectron();
  const main = join(root, 'out/main/main.js');
  const args = electron
    ? ['--no-sandbox', root]
    : ['--import', join(root, 'tests/stand-in/register.ts'), main];
  const second = spawn(electron ?? process.execPath, [...args, `--user-data-dir=${join(folder, 'data')}`], {
    env: { ...process.env, DRIELUIK_HEADLESS: '1' },
    stdio: 'ignore',
  });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(app.page.isClosed()).toBe(false);
  expect((await callInPage(app.page, 'settings', 'get', {})).language).toBe('nl');
});

test('the page cannot leave, open windows, or reach anything but its bridge', async ({ page }) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const address = page.url();
  // Without an opener and not awaited: a window that is closed while it opens must not hold up the page that asked.
  await page.evaluate(() => {
    setTimeout(() => window.open('https://example.org', '_blank', 'noopener'), 0);
  });
  await page.waitForTimeout(500);
  await expect.poll(() => page.context().pages().length).toBe(1);
  const inside = await page.evaluate(() => ({
    node: typeof (globalThis as { process?: unknown }).process,
    require: typeof (globalThis as { require?: unknown }).require,
    inline: (() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.reached = true';
      document.head.append(script);
      return (globalThis as { reached?: boolean }).reached === true;
    })(),
  }));
  expect(inside).toEqual({ node: 'undefined', require: 'undefined', inline: false });
  expect(page.url().split('#')[0]).toBe(address.split('#')[0]);
});
