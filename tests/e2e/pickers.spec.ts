import { join } from 'node:path';
import { makeClip } from '../fixtures/clips.ts';
import { expect, test } from './test.ts';

test.beforeEach(async ({ page }) => {
  await page.getByRole('link', { name: 'Video binnenhalen' }).click();
});

test('what is picked is offered: two files at once', async ({ app, folder, page }) => {
  const clips = await Promise.all(
    ['een.mp4', 'twee.mp4'].map((name) => makeClip(join(folder, name), { seconds: 1 })),
  );
  const pick = page.getByRole('button', { name: 'Kies video’s' });
  if (app.launcher === 'stand-in') {
    // Chromium's own picker, answered as a person would: with files of this machine, not with their contents.
    const session = await page.context().newCDPSession(page);
    session.on('Page.fileChooserOpened', ({ mode, backendNodeId = 0 }) => {
      expect(mode).toBe('selectMultiple');
      void session.send('DOM.setFileInputFiles', { files: clips, backendNodeId });
    });
    await session.send('Page.enable');
    await session.send('Page.setInterceptFileChooserDialog', { enabled: true });
  }
  // The system's own picker is out of reach of a test.
  else await app.answerDialog({ method: 'showOpenDialog', answer: { canceled: false, filePaths: clips } });
  await pick.click();
  await expect(page.getByText('een.mp4')).toBeVisible();
  await expect(page.getByText('twee.mp4')).toBeVisible();
});

test('a folder is looked through, and a picker that is closed changes nothing', async ({
  app,
  folder,
  page,
}) => {
  await makeClip(join(folder, 'kaart.mp4'), { seconds: 1 });
  const pick = page.getByRole('button', { name: 'Kies een map' });
  await app.answerDialog({ method: 'showOpenDialog', answer: { canceled: true, filePaths: [] } });
  await pick.click();
  await expect(pick).toBeEnabled();
  await app.answerDialog({
    method: 'showOpenDialog',
    answer: { canceled: false, filePaths: [folder] },
  });
  await pick.click();
  await expect(page.getByText('kaart.mp4')).toBeVisible();
});
