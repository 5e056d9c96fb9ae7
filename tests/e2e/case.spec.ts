import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { callInPage } from '../demo/page-calls.ts';
import { demoRequest } from '../demo/args.ts';
import { walk } from '../demo/walk.ts';
import { expect, test } from './test.ts';

/** The sample lesson with a fragment, three notes and a plan; opens its case. */
async function caseOnTheTable(
  page: Page,
): Promise<{ caseId: string; recordingId: string; fragmentId: string }> {
  const { caseId, recording, fragmentId } = await walk(
    page,
    demoRequest(['--from', '12.4', '--to', '20']),
    null,
  );
  await open(page, `/cases/${caseId}`);
  await page.locator('video').waitFor();
  return { caseId, recordingId: recording.id, fragmentId };
}

async function open(page: Page, place: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, place);
}

test('fragment, observations and plan lie side by side', async ({ page }) => {
  await caseOnTheTable(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Je stelt de vraag en kijkt de klas rond.')).toBeVisible();
  await expect(page.getByLabel('Wat ga ik anders doen?')).toHaveValue(
    'Na een open vraag tel ik in stilte tot vijf.',
  );
  await expect
    .poll(() => page.locator('video').evaluate((video) => (video as HTMLVideoElement).readyState))
    .toBeGreaterThan(1);
});

test('the plan saves itself while it is written, and keeps what stood there', async ({ page }) => {
  const { caseId } = await caseOnTheTable(page);
  await page.getByLabel('Hoe haalbaar is het?').fill('Alleen op dinsdag, bij rekenen.');
  const saved = async (): Promise<string | undefined> =>
    (await callInPage(page, 'avp', 'get', { caseId })).fields.realistic;
  await expect.poll(saved).toBe('Alleen op dinsdag, bij rekenen.');
  await page.reload();
  await expect(page.getByLabel('Hoe haalbaar is het?')).toHaveValue('Alleen op dinsdag, bij rekenen.');
});

test('a place in the fragment can be cited in the plan and gone to', async ({ page }) => {
  const { caseId } = await caseOnTheTable(page);
  await page.getByRole('button', { name: 'Plek in het fragment noemen' }).nth(1).click();
  const cited = async (): Promise<string | undefined> =>
    (await callInPage(page, 'avp', 'get', { caseId })).fields.goal;
  await expect.poll(cited).toMatch(/\[\[[0-9a-f-]{36}@\d+\]\]$/);
  await expect(page.getByLabel('Wat ga ik anders doen?')).not.toHaveValue(/[0-9a-f]{8}-/);
  await page.getByRole('button', { name: 'Wachten na de vraag · 0:01,0' }).click();
  await expect
    .poll(() => page.locator('video').evaluate((video) => (video as HTMLVideoElement).currentTime))
    .toBeGreaterThan(13);
});

test('the learning question is worded anew and every wording stays', async ({ page }) => {
  await caseOnTheTable(page);
  const question = page.getByLabel('Leervraag', { exact: true });
  await question.fill('Wat doe ik terwijl ik wacht?');
  await question.press('Enter');
  await page.getByRole('button', { name: 'Eerdere leervragen' }).click();
  await expect(page.getByRole('dialog')).toContainText('Hoeveel tijd geef ik na een open vraag?');
  await expect(page.getByRole('dialog')).toContainText('Wat doe ik terwijl ik wacht?');
});

test('steps, mark and guide work by keyboard', async ({ page }) => {
  const { caseId } = await caseOnTheTable(page);
  await page.getByLabel('Nieuwe stap').fill('Les kiezen');
  await page.getByLabel('Nieuwe stap').press('Enter');
  await expect.poll(async () => (await callInPage(page, 'avp', 'get', { caseId })).steps.length).toBe(2);
  await page.getByRole('button', { name: 'Geef een 7' }).press('Enter');
  await expect
    .poll(async () => (await callInPage(page, 'avp', 'get', { caseId })).marks.at(-1)?.mark)
    .toBe(7);
  await page.getByRole('radio', { name: 'Stap voor stap' }).press('Space');
  await page.getByText('Stap voor stap').click();
  await expect(page.getByText('1 van 12')).toBeVisible();
});

test('all fragments of a case play in a row, and just this one stops at its end', async ({ page }) => {
  const { caseId, recordingId, fragmentId } = await caseOnTheTable(page);
  const second = await callInPage(page, 'fragments', 'create', {
    recordingId,
    name: 'Overleg',
    inFrame: 1250,
    outFrame: 1275,
  });
  const first = await callInPage(page, 'fragments', 'update', {
    id: fragmentId,
    inFrame: 500,
    outFrame: 525,
  });
  await callInPage(page, 'cases', 'setFragments', { id: caseId, fragmentIds: [first.id, second.id] });
  const seconds = (): Promise<number> =>
    page.locator('video').evaluate((video) => (video as HTMLVideoElement).currentTime);
  const paused = (): Promise<boolean> =>
    page.locator('video').evaluate((video) => (video as HTMLVideoElement).paused);
  await page.getByRole('button', { name: 'Alleen dit fragment' }).click();
  await expect.poll(async () => (await paused()) && (await seconds())).toBeCloseTo(20.98, 1);
  await page.getByRole('button', { name: 'Alles achter elkaar' }).click();
  await expect
    .poll(async () => (await paused()) && (await seconds()), { timeout: 20_000 })
    .toBeCloseTo(50.98, 1);
  await expect(page.getByRole('button', { name: 'Overleg' }).first()).toBeVisible();
});

test('case and trim screen can be used by who cannot see, hear or point', async ({ page }) => {
  const { caseId, recordingId } = await caseOnTheTable(page);
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    for (const place of [`/cases/${caseId}`, `/recordings/${recordingId}`]) {
      await open(page, place);
      await page.locator('video').waitFor();
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode(true)
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(
        violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html }) => `${theme} ${place.slice(0, 6)} ${id}: ${html.slice(0, 140)}`),
        ),
      ).toEqual([]);
    }
  }
});
