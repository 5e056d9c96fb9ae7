import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBinary } from '../../electron/media/ffmpeg/binaries.ts';
import { drawScene } from './draw/scene.ts';
import { framesPerSecond, lessonSeconds } from './script.ts';
import { makeSound, sampleRate } from './sound.ts';

/**
 * Makes `lesson.mp4` anew: `node resources/sample-lesson/recipe.ts`. Drawn on twos, as cartoons are: each drawing
 * stands for two frames. Needs a Chromium (`DRIELUIK_CHROMIUM` or the system's).
 */
const here = import.meta.dirname;
const raw = join(tmpdir(), `drieluik-lesson-${process.pid}.s16`);
await writeFile(raw, Buffer.from(Int16Array.from(makeSound(), (value) => Math.round(value * 30_000)).buffer));
const executablePath = process.env['DRIELUIK_CHROMIUM'] ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-quic'] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const font = readFileSync(
    join(
      here,
      '../../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
    ),
  );
  const face = `@font-face{font-family:'Source Sans 3';src:url(data:font/woff2;base64,${font.toString('base64')});font-weight:200 900}`;
  await page.setContent(
    `<style>${face}*{margin:0}body{font-family:'Source Sans 3';font-weight:600}</style><div id="s"></div><p style="position:absolute;top:900px">a</p>`,
  );
  await page.evaluate(() => document.fonts.ready);
  const ffmpeg = spawn(
    findBinary('ffmpeg').path,
    [
      ...[
        '-y',
        '-loglevel',
        'error',
        '-f',
        'image2pipe',
        '-c:v',
        'mjpeg',
        '-framerate',
        String(framesPerSecond / 2),
        '-i',
        'pipe:0',
      ],
      ...['-f', 's16le', '-ar', String(sampleRate), '-ac', '1', '-i', `file:${raw}`],
      ...[
        '-r',
        String(framesPerSecond),
        '-c:v',
        'libx264',
        '-preset',
        'slower',
        '-tune',
        'animation',
        '-crf',
        '28',
        '-pix_fmt',
        'yuv420p',
      ],
      ...[
        '-vf',
        'scale=out_color_matrix=bt709:out_range=tv',
        '-colorspace',
        'bt709',
        '-color_primaries',
        'bt709',
        '-color_trc',
        'bt709',
      ],
      ...[
        '-g',
        '50',
        '-keyint_min',
        '50',
        '-sc_threshold',
        '0',
        '-c:a',
        'aac',
        '-b:a',
        '72k',
        '-shortest',
        '-movflags',
        '+faststart',
      ],
      `file:${join(here, 'lesson.mp4')}`,
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  for (let drawing = 0; drawing < (lessonSeconds * framesPerSecond) / 2; drawing += 1) {
    const svg = drawScene((drawing * 2) / framesPerSecond);
    await page.evaluate((inside) => {
      const holder = document.querySelector('#s');
      if (holder) holder.innerHTML = inside;
    }, svg);
    const picture = await page.screenshot({ type: 'jpeg', quality: 92 });
    if (!ffmpeg.stdin.write(picture)) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  await once(ffmpeg, 'close');
} finally {
  await browser.close();
  await rm(raw, { force: true });
}
