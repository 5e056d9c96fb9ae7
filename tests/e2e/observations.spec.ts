import type { Page } from '@playwright/test';
import type { Observation } from '../../shared/contract/observations.ts';
import { ask, expectFrame, openLesson, openRecording, saidFrame } from './lesson.ts';
import { expect, test } from './test.ts';

test.describe('noting', () => {
  test('takes the moment of the first keystroke while the lesson plays on', async ({ page, folder }) => {
    const recordingId = await openLesson(page, folder);
    await ask(page, 'settings.update', { whileTyping: 'play-on' });
    await expectFrame(page, 0);
    await page.keyboard.press('Shift+ArrowRight');
    await expectFrame(page, 25);
    await page.keyboard.press('k');
    await page.getByRole('tab', { name: 'Observaties' }).click();
    const field = page.getByRole('textbox', { name: 'Notitie', exact: true });
    await field.pressSequentially('Zij kijkt op en wacht', { delay: 150 });
    await field.press('Enter');
    await expect(page.getByRole('list', { name: 'Notities op volgorde van tijd' })).toContainText(
      'Zij kijkt op',
    );
    const [note] = await notes(page, recordingId);
    expect(note?.text).toBe('Zij kijkt op en wacht');
    // The letters take three seconds: the moment is that of the first one.
    expect(note?.atMs).toBeGreaterThanOrEqual(1000);
    expect(note?.atMs).toBeLessThan(3000);
    await expect(field).toHaveValue('');
  });

  test('pauses while typing when that is chosen, and plays on when the note is kept', async ({
    page,
    folder,
  }) => {
    await openLesson(page, folder);
    await ask(page, 'settings.update', { whileTyping: 'pause' });
    const paused = (): Promise<boolean> => page.locator('video').evaluate((v: HTMLVideoElement) => v.paused);
    await page.keyboard.press('k');
    await expect.poll(paused).toBe(false);
    await page.keyboard.press('n');
    await expect(page.getByRole('textbox', { name: 'Notitie', exact: true })).toBeFocused();
    await page.keyboard.type('Stil');
    await expect.poll(paused).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(paused).toBe(false);
  });

  test('repeats the last three seconds while typing when that is chosen', async ({ page, folder }) => {
    await openLesson(page, folder);
    await ask(page, 'settings.update', { whileTyping: 'replay-3s' });
    await expectFrame(page, 0);
    for (let second = 0; second < 5; second += 1) await page.keyboard.press('Shift+ArrowRight');
    await expectFrame(page, 125);
    await page.keyboard.press('k');
    await expect.poll(() => saidFrame(page), { intervals: [20] }).toBeGreaterThan(130);
    await page.keyboard.press('n');
    await page.keyboard.type('H');
    await expect.poll(() => saidFrame(page), { intervals: [20] }).toBeLessThan(110);
    await page.keyboard.type('ij');
    expect(await page.locator('video').evaluate((v: HTMLVideoElement) => v.paused)).toBe(false);
    await page.keyboard.press('Enter');
    await expect.poll(() => saidFrame(page), { intervals: [20], timeout: 15_000 }).toBeGreaterThan(170);
  });

  test('marks a range with R and R, and an open question', async ({ page, folder }) => {
    const recordingId = await openLesson(page, folder);
    await expectFrame(page, 0);
    await page.keyboard.press('Shift+ArrowRight');
    await expectFrame(page, 25);
    await page.keyboard.press('r');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await expectFrame(page, 75);
    await page.keyboard.press('r');
    await page.keyboard.type('Wat wilde je dat zij deed?');
    await page.getByText('Open vraag', { exact: true }).first().click();
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click();
    await expect
      .poll(async () =>
        (await notes(page, recordingId)).map(({ kind, atMs, untilMs }) => [kind, atMs, untilMs]),
      )
      .toEqual([['question', 1000, 3000]]);
  });

  test('does not lose a half-written note when the page is loaded again', async ({ page, folder }) => {
    const id = await openLesson(page, folder);
    await page.keyboard.press('n');
    await page.keyboard.type('Nog niet af');
    await page.reload();
    await openRecording(page, id);
    await page.getByRole('tab', { name: 'Observaties' }).click();
    await expect(page.getByRole('textbox', { name: 'Notitie', exact: true })).toHaveValue('Nog niet af');
  });

  test('keeps nothing of a note of blanks and says how to go on', async ({ page, folder }) => {
    const recordingId = await openLesson(page, folder);
    await page.keyboard.press('n');
    await page.keyboard.type('   ');
    await expect(page.getByRole('button', { name: 'Bewaren', exact: true })).toBeDisabled();
    await page.keyboard.press('Enter');
    expect(await notes(page, recordingId)).toEqual([]);
  });

  test('changes, takes away and brings back a note, and keeps its earlier wording', async ({
    page,
    folder,
  }) => {
    const recordingId = await openLesson(page, folder);
    await noted(page, recordingId, 2000, 'Eerste versie');
    await page.getByRole('tab', { name: 'Observaties' }).click();
    const menu = page.getByRole('button', { name: 'Acties voor de notitie op 0:02,0' });
    await menu.click();
    await page.getByRole('menuitem', { name: 'Wijzigen' }).click();
    const field = page.getByRole('textbox', { name: 'Notitie', exact: true }).last();
    await field.fill('Tweede versie');
    await field.press('Enter');
    await expect.poll(async () => (await notes(page, recordingId))[0]?.text).toBe('Tweede versie');
    await menu.click();
    await page.getByRole('menuitem', { name: 'Eerdere versies' }).click();
    await expect(page.getByRole('dialog')).toContainText('Eerste versie');
    await page.keyboard.press('Escape');
    await menu.click();
    await page.getByRole('menuitem', { name: 'Weghalen' }).click();
    await expect.poll(async () => (await notes(page, recordingId)).length).toBe(0);
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await expect.poll(async () => (await notes(page, recordingId))[0]?.text).toBe('Tweede versie');
  });

  test('jumps to a note from the list and from a search, on its frame', async ({ page, folder }) => {
    const recordingId = await openLesson(page, folder);
    await noted(page, recordingId, 4000, 'De klas wordt onrustig bij de deur');
    await page.getByRole('tab', { name: 'Observaties' }).click();
    await page.getByRole('button', { name: /onrustig/ }).click();
    await expectFrame(page, 100);
    await page.keyboard.press('Shift+ArrowRight');
    await expectFrame(page, 125);
    await page.evaluate(() => {
      location.hash = '#/search';
    });
    await page.getByRole('searchbox').fill('onrustig');
    await page.getByRole('link', { name: /onrustig/ }).click();
    await expectFrame(page, 100);
  });

  test('keeps an arrow drawn on a still with its note, and shows it there again', async ({
    page,
    folder,
  }) => {
    const recordingId = await openLesson(page, folder);
    await page.keyboard.press('Shift+ArrowRight');
    await expectFrame(page, 25);
    await page.keyboard.press('d');
    const box = await page.locator('video').boundingBox();
    const at = (x: number, y: number): [number, number] => [
      (box?.x ?? 0) + (box?.width ?? 0) * x,
      (box?.y ?? 0) + (box?.height ?? 0) * y,
    ];
    await expect(page.getByRole('img', { name: /^Tekening op het beeld/ })).toBeVisible();
    const drawn = await page.locator('video').boundingBox();
    expect(drawn).not.toBeNull();
    Object.assign(box ?? {}, drawn);
    await page.mouse.move(...at(0.25, 0.5));
    await page.mouse.down();
    await page.mouse.move(...at(0.75, 0.5), { steps: 5 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Klaar met tekenen' }).click();
    await page.keyboard.press('n');
    await page.keyboard.type('Kijk naar haar hand');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await notes(page, recordingId)).length).toBe(1);
    const shape = (await notes(page, recordingId))[0]?.drawing?.shapes[0];
    expect(shape?.tool).toBe('arrow');
    expect(shape?.tool === 'arrow' && shape.from[0]).toBeCloseTo(0.25, 1);
    expect(shape?.tool === 'arrow' && shape.to[0]).toBeCloseTo(0.75, 1);
    await page.getByRole('button', { name: /hand/ }).click();
    await expect(page.getByRole('img', { name: 'Tekening op het beeld: 1 vorm' })).toBeVisible();
  });
});

function notes(page: Page, recordingId: string): Promise<Observation[]> {
  return ask<Observation[]>(page, 'observations.list', { recordingId });
}

async function noted(page: Page, recordingId: string, atMs: number, text: string): Promise<void> {
  const nobody = { untilMs: null, tag: null, authorId: null, drawing: null };
  await ask(page, 'observations.add', { recordingId, atMs, kind: 'observation', text, ...nobody });
}
