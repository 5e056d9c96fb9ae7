import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ffmpegs, makeClip, temporaryFolder } from '../../fixtures/clips.ts';
import { counted, cutOut } from '../../fixtures/cutting.ts';
import { findChromium } from '../../stand-in/find-chromium.ts';

/** A smart cut changes its parameter sets inside one track: the player the app uses must not mind. */
const executablePath = findChromium();
if (!executablePath) console.warn('NOT RUN: playing a smart cut, as there is no Chromium on this machine');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Server | undefined;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(async () => {
  server?.close();
  await folder.remove();
});

async function served(path: string): Promise<string> {
  const bytes = await readFile(path);
  server?.close();
  server = createServer((request, response) => {
    if (request.url === '/') {
      response.setHeader('content-type', 'text/html').end('<video src="/v.mp4" muted></video>');
      return;
    }
    const [, from = '0', to] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '') ?? [];
    const end = to ? Number(to) : bytes.length - 1;
    response.writeHead(206, {
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      'content-range': `bytes ${from}-${end}/${bytes.length}`,
    });
    response.end(bytes.subarray(Number(from), end + 1));
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Seeks to the middle of every frame and reads the number in the picture that was shown for it. */
async function numbersInChromium(path: string, fps: number): Promise<number[]> {
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(await served(path));
    return await page.evaluate(async (fps) => {
      const video = document.querySelector('video');
      if (!video) throw new Error('no video');
      if (video.readyState < 2)
        await new Promise((done, fail) => {
          video.addEventListener('loadeddata', done);
          video.addEventListener('error', () => fail(new Error(video.error?.message)));
        });
      const canvas = document.createElement('canvas');
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      if (!pen) throw new Error('no canvas');
      const found: number[] = [];
      const frames = Math.round(video.duration * fps);
      for (let frame = 0; frame < frames; frame += 1) {
        const shown = new Promise((done) => video.requestVideoFrameCallback(done));
        video.currentTime = (frame + 0.5) / fps;
        await shown;
        pen.drawImage(video, 0, 0);
        let number = 0;
        for (let bit = 0; bit < 14; bit += 1)
          if ((pen.getImageData(bit * 16 + 8, 8, 1, 1).data[0] ?? 0) > 127) number += 2 ** bit;
        found.push(number);
      }
      return found;
    }, fps);
  } finally {
    await browser.close();
  }
}

for (const ffmpeg of ffmpegs) {
  describe.skipIf(!executablePath || !ffmpeg.present)(`a smart cut made with ${ffmpeg.name}`, () => {
    it.each(['a.mp4', 'b.ts'])('of %s shows every frame in Chromium, over both joints', async (name) => {
      const clip = await makeClip(join(folder.path, name));
      const { report, path } = await cutOut(clip, ffmpeg.path, 37, 120);
      expect(report.mode).toBe('smart');
      expect(await numbersInChromium(path, 25)).toEqual(counted(37, 120));
    });
  });
}
