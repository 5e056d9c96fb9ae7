import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobWorker } from '../../../electron/jobs/job-kinds.ts';
import { findBinary } from '../../../electron/media/ffmpeg/binaries.ts';
import { createProber } from '../../../electron/media/ffmpeg/ffprobe.ts';
import { createFluentRunner } from '../../../electron/media/ffmpeg/fluent-adapter.ts';
import { words } from '../../../electron/media/ffmpeg/words.ts';
import { filmstripWorker } from '../../../electron/media/filmstrip/filmstrip-job.ts';
import { proxyWorker } from '../../../electron/media/proxy/proxy-job.ts';
import {
  filmstripKey,
  proxyKey,
  waveformKey,
  type RecordedMedia,
} from '../../../electron/media/recording-media.ts';
import { createFileStore } from '../../../electron/media/store/file-store.ts';
import type { MediaStore } from '../../../electron/media/store/media-store.ts';
import { waveformWorker } from '../../../electron/media/waveform/waveform-job.ts';
import { makeClip, temporaryFolder } from '../../fixtures/clips.ts';
import { recordedAt } from '../../fixtures/recorded.ts';

const recordingId = randomUUID();
const runner = createFluentRunner(findBinary('ffmpeg').path);
const prober = createProber(findBinary('ffprobe').path);
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: MediaStore;
let media: RecordedMedia;

beforeAll(async () => {
  folder = await temporaryFolder();
  const clip = await makeClip(join(folder.path, 'tape.mpg'), {
    seconds: 6,
    size: '640x360',
    video: words('-c:v mpeg2video -q:v 3 -bf 2'),
    audio: words('-c:a mp2'),
  });
  const { info, index } = await recordedAt(clip);
  const mediaKey = `recordings/${recordingId}/original.mpg`;
  store = createFileStore(join(folder.path, 'media'));
  await mkdir(join(folder.path, 'media', 'recordings', recordingId), { recursive: true });
  await copyFile(clip, join(folder.path, 'media', mediaKey));
  media = { mediaKey, info, index };
});
afterAll(() => folder.remove());

/** What the recordings were told, in order. */
function recordingsWith(told: unknown[]) {
  return {
    getMedia: () => media,
    saveFilmstrip: (id: string, made: unknown) => told.push(['filmstrip', id, made]),
    saveWaveform: (id: string, made: unknown) => told.push(['waveform', id, made]),
    saveProxy: (id: string, key: string) => told.push(['proxy', id, key]),
    proxyFailed: (id: string) => told.push(['proxy failed', id]),
  };
}
const work = (worker: JobWorker, signal = new AbortController().signal, progress: number[] = []) =>
  worker.run(
    { recordingId },
    { jobId: randomUUID(), signal, progress: (fraction) => progress.push(fraction) },
  );
const filesOfRecording = async () =>
  (await readdir(join(folder.path, 'media', 'recordings', recordingId))).toSorted();

describe('work on a recording in the background', () => {
  it('keeps filmstrip, waveform and proxy beside it, and tells the recordings', async () => {
    const told: unknown[] = [];
    const needs = { store, runner, prober, recordings: recordingsWith(told) };
    for (const worker of [filmstripWorker(needs), waveformWorker(needs), proxyWorker(needs)])
      await work(worker);
    expect(told).toEqual([
      [
        'filmstrip',
        recordingId,
        { intervalMs: 1000, tileWidth: 160, tileHeight: 90, columns: 10, rows: 10, count: 6, sheets: 1 },
      ],
      ['waveform', recordingId, { peaksPerSecond: 50, count: await store.size(waveformKey(recordingId)) }],
      ['proxy', recordingId, proxyKey(recordingId)],
    ]);
    expect(await store.size(filmstripKey(recordingId, 0))).toBeGreaterThan(1000);
    expect(await filesOfRecording()).toEqual([
      'filmstrip-0.jpg',
      'original.mpg',
      'proxy.mp4',
      'waveform.peaks',
    ]);
  });

  it('leaves no half proxy when it is cancelled, and does not call that a failure', async () => {
    await store.destroy(proxyKey(recordingId));
    const told: unknown[] = [];
    const abort = new AbortController();
    const running = work(
      proxyWorker({ store, runner, prober, recordings: recordingsWith(told) }),
      abort.signal,
    );
    setTimeout(() => abort.abort(), 60);
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(told).toEqual([]);
    expect(await filesOfRecording()).not.toContain('proxy.mp4');
    expect((await filesOfRecording()).filter((name) => name.includes('part'))).toEqual([]);
  });

  it('tells the recordings when a proxy cannot be made', async () => {
    const told: unknown[] = [];
    const missing = createFluentRunner(join(folder.path, 'no-ffmpeg-here'));
    const running = work(proxyWorker({ store, runner: missing, prober, recordings: recordingsWith(told) }));
    await expect(running).rejects.toMatchObject({ code: 'ffmpeg-missing' });
    expect(told).toEqual([['proxy failed', recordingId]]);
    expect((await filesOfRecording()).filter((name) => /part|proxy/.test(name))).toEqual([]);
  });

  it('notices a disk that will not hold the proxy before it starts', async () => {
    const told: unknown[] = [];
    const nearlyFull: MediaStore = { ...store, freeBytes: () => Promise.resolve(1 << 20) };
    let runs = 0;
    const counting = { run: (run: Parameters<typeof runner.run>[0]) => ((runs += 1), runner.run(run)) };
    const running = work(
      proxyWorker({ store: nearlyFull, runner: counting, prober, recordings: recordingsWith(told) }),
    );
    await expect(running).rejects.toMatchObject({ code: 'disk-full' });
    expect(runs).toBe(0);
  });

  it('tells how far it is', async () => {
    const progress: number[] = [];
    await work(filmstripWorker({ store, runner, recordings: recordingsWith([]) }), undefined, progress);
    expect(progress).toEqual([1]);
  });
});
