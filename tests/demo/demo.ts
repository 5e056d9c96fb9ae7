import { copyFile, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError, isAppError } from '../../shared/contract/errors.ts';
import { findBinary } from '../../electron/media/ffmpeg/binaries.ts';
import { createProber } from '../../electron/media/ffmpeg/ffprobe.ts';
import { clockOf } from '../../electron/media/frames/frame-index.ts';
import { readFrames } from '../../electron/media/frames/read-frames.ts';
import { probeMedia } from '../../electron/media/probe.ts';
import { launchApp } from '../e2e/launch.ts';
import { prepare } from '../launch/prepare.ts';
import { demoRequest, type DemoRequest } from './args.ts';
import { callInPage } from './page-calls.ts';
import { walk } from './walk.ts';

/** `npm run demo`: the main job without a window in front of it; its last line is what it did, as JSON. */
try {
  const request = demoRequest(process.argv.slice(2));
  if (request.input !== null)
    await stat(request.input).catch(() => Promise.reject(new AppError('source-missing')));
  await prepare();
  console.log(JSON.stringify(await demo(request)));
} catch (error) {
  if (!isAppError(error)) throw error;
  console.error(`${error.code}: ${sentence(error)}`);
  process.exitCode = 1;
}

async function demo(request: DemoRequest): Promise<unknown> {
  const started = performance.now();
  const out = resolve(request.out);
  await mkdir(out, { recursive: true });
  const userData = await mkdtemp(join(tmpdir(), 'drieluik-demo-'));
  const app = await launchApp({ userData });
  try {
    const { page } = app;
    await page.setViewportSize({ width: 1366, height: 768 });
    const walked = await walk(page, request, request.input === null ? null : resolve(request.input));
    const openedAt = performance.now();
    await page.goto(`${page.url().split('#')[0]}#/cases/${walked.caseId}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('video').first().waitFor();
    await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2);
    await page.waitForTimeout(400);
    const picture = join(out, 'case.png');
    await page.screenshot({ path: picture });
    const openMs = Math.round(performance.now() - openedAt);
    const fragment = await callInPage(page, 'fragments', 'get', { id: walked.fragmentId });
    const file = join(out, 'fragment.mp4');
    const name = `${fragment.inFrame}-${fragment.outFrame}.mp4`;
    await copyFile(join(userData, 'library', 'media', 'fragments', fragment.id, name), file);
    const { inFrame, outFrame } = walked.range;
    const ends = {
      inFrame,
      outFrame,
      inMs: walked.clock.timeOf(inFrame),
      outMs: walked.clock.timeOf(outFrame),
    };
    const measured = await measure(file);
    const report = {
      launcher: app.launcher,
      paths: { case: picture, fragment: file, json: join(out, 'case.json') },
      asked: { fromMs: request.fromMs, toMs: request.toMs },
      requested: { ...ends, frames: outFrame - inFrame },
      actual: {
        inFrame,
        outFrame: inFrame + measured.frames,
        inMs: ends.inMs,
        outMs: ends.inMs + measured.durationMs,
        frames: measured.frames,
      },
      codec: measured.codec,
      mode: fragment.mode,
      fallbackReason: fragment.fallbackReason,
      stepsMs: { ...walked.stepsMs, open: openMs, total: Math.round(performance.now() - started) },
    };
    await writeFile(report.paths.json, `${JSON.stringify(report, null, 2)}\n`);
    return report;
  } finally {
    await app.close();
    await rm(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Looks at the written fragment itself, apart from what the app says of it. */
async function measure(file: string): Promise<{ frames: number; durationMs: number; codec: string }> {
  const prober = createProber(findBinary('ffprobe').path);
  const info = await probeMedia(prober, `file:${file}`);
  const clock = clockOf(await readFrames(prober, `file:${file}`, info));
  return { frames: clock.frameCount, durationMs: clock.timeOf(clock.frameCount), codec: info.video.codec };
}

function sentence(error: AppError): string {
  const path = resolve(import.meta.dirname, '../../resources/locales/nl/errors.json');
  const sentences = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, 'utf8')));
  return (sentences[error.code] ?? '').replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(error.params[name] ?? ''),
  );
}
