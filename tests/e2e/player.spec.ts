import { AxeBuilder } from '@axe-core/playwright';
import { ask, expectFrame, openLesson, openRecording, saidFrame, seenFrame } from './lesson.ts';
import { expect, test } from './test.ts';

test.describe('looking', () => {
  test('steps by exactly one frame and by one second, and says the frame that is seen', async ({
    page,
    folder,
  }) => {
    await openLesson(page, folder);
    await expectFrame(page, 0);
    for (const frame of [1, 2, 3]) {
      await page.keyboard.press('ArrowRight');
      await expectFrame(page, frame);
    }
    await page.keyboard.press('ArrowLeft');
    await expectFrame(page, 2);
    await page.keyboard.press('Shift+ArrowRight');
    await expectFrame(page, 27);
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await expectFrame(page, 0);
  });

  test('shows every frame of an NTSC rate where it is asked for', async ({ page, folder }) => {
    const id = await openLesson(page, folder, { rate: '30000/1001' });
    for (const frame of [1, 59, 60, 61, 149, 299]) {
      await openRecording(page, id, Math.round((frame * 1001) / 30));
      await expectFrame(page, frame);
    }
  });

  test('shows the same frames through a proxy, for video that a browser cannot play', async ({
    page,
    folder,
  }) => {
    const id = await openLesson(page, folder, { seconds: 6, video: ['-c:v', 'mjpeg', '-q:v', '3'] });
    expect(await ask(page, 'recordings.get', { id })).toMatchObject({ playability: 'proxy' });
    for (const frame of [1, 12, 13, 149]) {
      await openRecording(page, id, frame * 40);
      await expectFrame(page, frame);
    }
    await page.keyboard.press('ArrowLeft');
    await expectFrame(page, 148);
  });

  test('plays, pauses, and goes slower and faster with the pitch kept', async ({ page, folder }) => {
    await openLesson(page, folder);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const video = page.locator('video');
    await expect.poll(() => video.evaluate((v: HTMLVideoElement) => !v.paused)).toBe(true);
    expect(await video.evaluate((v: HTMLVideoElement) => [v.playbackRate, v.preservesPitch])).toEqual([
      0.5,
      true,
    ]);
    await expect.poll(() => saidFrame(page)).toBeGreaterThan(5);
    await page.keyboard.press('Space');
    await expect.poll(() => video.evaluate((v: HTMLVideoElement) => v.paused)).toBe(true);
    await expect.poll(async () => (await saidFrame(page)) - (await seenFrame(page))).toBe(0);
    await page.keyboard.press('l');
    await page.getByRole('button', { name: 'Snelheid 0,75×' }).click();
    await page.getByRole('menuitem', { name: '2×' }).click();
    expect(await video.evaluate((v: HTMLVideoElement) => v.playbackRate)).toBe(2);
  });

  test('makes soft voices really louder, and remembers how loud', async ({ page, folder }) => {
    const id = await openLesson(page, folder);
    // Listens in behind the last node of the sound graph, where loudness is what reaches the ear.
    await page.evaluate(() => {
      const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode;
      Object.assign(AudioNode.prototype, {
        connect(this: AudioNode, to: AudioNode) {
          if (to instanceof AudioDestinationNode) {
            const ear = new AnalyserNode(this.context, { fftSize: 32_768 });
            connect.call(this, ear);
            Object.assign(window, { ear });
          }
          return connect.call(this, to);
        },
      });
    });
    const loudest = (): Promise<number> =>
      page.evaluate(() => {
        const { ear } = window as unknown as { ear: AnalyserNode };
        const samples = new Float32Array(ear.fftSize);
        ear.getFloatTimeDomainData(samples);
        return Math.max(...samples);
      });
    await page.getByRole('button', { name: 'Harder' }).click();
    await page.getByRole('menuitem', { name: '+6 dB' }).click();
    await expect(page.getByRole('button', { name: '+6 dB' })).toBeVisible();
    expect(await ask(page, 'settings.get')).toMatchObject({ volumeBoostDb: 6 });
    await page.locator('h1').click();
    await page.keyboard.press('k');
    // The clip beeps at half of full scale; 6 dB is twice that, before the limiter.
    await expect.poll(loudest, { intervals: [60] }).toBeGreaterThan(0.6);
    await openRecording(page, id);
    await expect(page.getByRole('button', { name: '+6 dB' })).toBeVisible();
  });

  test('zooms into the picture and comes back to the whole of it', async ({ page, folder }) => {
    await openLesson(page, folder);
    const width = async (): Promise<number> => (await page.locator('video').boundingBox())?.width ?? 0;
    const before = await width();
    await page.keyboard.press('z');
    await expect.poll(width).toBeCloseTo(before * 1.5, 0);
    await page.keyboard.press('Shift+Z');
    await expect.poll(width).toBeCloseTo(before, 0);
    await page.locator('video').hover();
    await page.mouse.wheel(0, -400);
    await expect.poll(width).toBeGreaterThan(before * 2);
    await page.getByRole('button', { name: 'Hele beeld' }).click();
    await expect.poll(width).toBeCloseTo(before, 0);
  });

  test('goes where the timeline is pressed and can be steered there by key', async ({ page, folder }) => {
    await openLesson(page, folder);
    const playhead = page.getByRole('slider', { name: 'Plaats in de opname' });
    const box = await page.locator('section[aria-label="Tijdlijn"] canvas').nth(1).boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 20);
    await expect.poll(() => saidFrame(page)).toBeGreaterThan(140);
    await playhead.focus();
    await page.keyboard.press('Home');
    await expectFrame(page, 0);
    await page.keyboard.press('End');
    await expectFrame(page, 299);
    await expect(playhead).toHaveAttribute('aria-valuetext', '0:11,9, beeld 299');
  });

  test('zooms the timeline under two fingers and by key, and shows the whole again', async ({
    page,
    folder,
  }) => {
    const recordingId = await openLesson(page, folder);
    await ask(page, 'fragments.create', { recordingId, name: 'Uitleg', inFrame: 100, outFrame: 130 });
    const span = page.getByRole('button', { name: 'Uitleg', exact: true });
    const width = async (): Promise<number> => (await span.boundingBox())?.width ?? 0;
    await expect(span).toBeVisible();
    const before = await width();
    const box = await span.boundingBox();
    const x = (box?.x ?? 0) + before / 2;
    const y = (box?.y ?? 0) - 40;
    const touch = await page.context().newCDPSession(page);
    const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart?: number): Promise<unknown> =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          apart === undefined
            ? []
            : [
                { x: x - apart, y, id: 1 },
                { x: x + apart, y, id: 2 },
              ],
      });
    await fingers('touchStart', 40);
    for (const apart of [50, 60, 80]) await fingers('touchMove', apart);
    await fingers('touchEnd');
    await expect.poll(width).toBeGreaterThan(before * 1.8);
    await expect.poll(width).toBeLessThan(before * 2.2);
    await page.keyboard.press('0');
    await expect.poll(width).toBeCloseTo(before, 0);
    await page.keyboard.press('+');
    await expect.poll(width).toBeCloseTo(before * 1.6, 0);
  });

  test('can be used by who cannot see, hear or point, in light and in dark', async ({ page, folder }) => {
    const recordingId = await openLesson(page, folder);
    await ask(page, 'fragments.create', { recordingId, name: 'Begin van de les', inFrame: 10, outFrame: 60 });
    const nobody = { untilMs: null, tag: 'beurt', authorId: null, drawing: null };
    for (let n = 0; n < 5; n += 1)
      await ask(page, 'observations.add', {
        recordingId,
        atMs: n * 900,
        kind: 'observation',
        text: `Tafel ${n}`,
        ...nobody,
      });
    for (const theme of ['light', 'dark']) {
      await ask(page, 'settings.update', { theme });
      for (const tab of ['Fragmenten', 'Observaties']) {
        await page.getByRole('tab', { name: tab }).click();
        await expect(page.getByText(tab === 'Fragmenten' ? /^Bestand klaar/ : 'Tafel 4')).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          `${tab} in ${theme}`,
        ).toEqual([]);
      }
    }
  });
});
