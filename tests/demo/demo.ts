import { copyFile, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/contract/errors.ts';
import { asAppError } from '../../electron/db/errors.ts';
import { findBinary } from '../../electron/media/ffmpeg/binaries.ts';
import { verifyCut } from '../../electron/media/cut/verify.ts';
import { createFluentRunner } from '../../electron/media/ffmpeg/fluent-adapter.ts';
import { createProber } from '../../electron/media/ffmpeg/ffprobe.ts';
import { readFrames } from '../../electron/media/frames/read-frames.ts';
import { probeMedia } from '../../electron/media/probe.ts';
import type { FrameRange } from '../../shared/domain/frames.ts';
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
  const known = asAppError(error);
  console.error(`${known.code}: ${sentence(known)}`);
  // Nobody foresaw this one: whoever mends it needs to know where it came from.
  if (known.code === 'internal') console.error(error);
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
    const original = join(userData, 'library', 'media', 'recordings', walked.recording.id);
    const measured = await measure(file, original, walked.range);
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

interface Measured {
  readonly frames: number;
  readonly durationMs: number;
  readonly codec: string;
}

/**
 * Looks at the written fragment itself, apart from what the app says of it: its first and last picture against the
 * recording's own, every time stamp, and how many frames there are.
 * @throws AppError `cut-verification-failed` when it does not begin or end where it was asked to.
 */
async function measure(file: string, folder: string, range: FrameRange): Promise<Measured> {
  const prober = createProber(findBinary('ffprobe').path);
  const runner = createFluentRunner(findBinary('ffmpeg').path);
  const original = (await readdir(folder)).find((name) => name.startsWith('original.'));
  const url = `file:${join(folder, original ?? '')}`;
  const source = await probeMedia(prober, url);
  const index = await readFrames(prober, url, source);
  const proof = await verifyCut({ runner, url, info: source, index }, prober, range, `file:${file}`, []);
  const { video } = await probeMedia(prober, `file:${file}`);
  return { frames: proof.frames, durationMs: proof.durationMs, codec: video.codec };
}

function sentence(error: AppError): string {
  const path = resolve(import.meta.dirname, '../../resources/locales/nl/errors.json');
  const sentences = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, 'utf8')));
  return (sentences[error.code] ?? '').replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(error.params[name] ?? ''),
  );
}
