import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beeps, frameNumbers, temporaryFolder } from '../../fixtures/clips.ts';
import {
  begin,
  filmSegment,
  laptop,
  movableClock,
  recorded,
  type RecordedPieces,
  type RecorderMime,
} from '../../fixtures/filming.ts';
import { startPlayer } from '../../fixtures/player.ts';
import { startServices, type TestApp } from '../../fixtures/services.ts';

type Folder = Awaited<ReturnType<typeof temporaryFolder>>;
let films: Folder;
let folder: Folder;
let app: TestApp;
const machine = laptop();
let clock: ReturnType<typeof movableClock>;
beforeAll(async () => {
  films = await temporaryFolder();
});
afterAll(() => films.remove());
beforeEach(async () => {
  folder = await temporaryFolder();
  clock = movableClock();
  app = await startServices(folder.path, { ...machine.ports, filmingWorld: { clock } });
});
afterEach(async () => {
  await app.close();
  await folder.remove();
});

async function stopped(filmingId: string): Promise<string> {
  const { jobId } = await app.call('filming', 'stop', { filmingId, reason: 'key' });
  const job = await app.services.jobs.whenEnded(jobId);
  expect(job).toMatchObject({ state: 'done', resultId: filmingId });
  return filmingId;
}

/** The recording's own file. */
async function fileOf(recordingId: string): Promise<string> {
  const path = join(folder.path, 'library/media/recordings', recordingId);
  const name = (await readdir(path)).find((one) => one.startsWith('original'));
  return join(path, name ?? '');
}

const liveFiles = async (): Promise<string[]> => readdir(join(folder.path, 'library/media/filmings'));
const counted = (count: number): number[] => Array.from({ length: count }, (_, frame) => frame);

describe.each<RecorderMime>(['video/x-matroska', 'video/mp4'])('a lesson filmed as %s', (mimeType) => {
  let lesson: RecordedPieces;
  beforeAll(async () => {
    lesson = await recorded(films.path, 6, mimeType);
  });

  it('becomes one recording: every frame, in step with its sound, playable and seekable at once', async () => {
    const { id } = await begin(app);
    await filmSegment(app, id, lesson);
    await stopped(id);
    const recording = await app.call('recordings', 'get', { id });
    expect(recording).toMatchObject({ title: 'Rekenen in groep 5', playability: 'direct' });
    // The MP4 of the fixture puts its first picture at the first sound of the encoder, 21 ms early.
    expect(Math.abs(recording.durationMs - 6000)).toBeLessThan(25);
    expect(await frameNumbers(await fileOf(id))).toEqual(counted(150));
    const heard = await beeps(await fileOf(id));
    expect(heard).toHaveLength(6);
    heard.forEach((at, second) => expect(Math.abs(at - second * 1000)).toBeLessThan(40));
    const player = await startPlayer(app.services.media);
    if (!player) return console.warn('SKIPPED: no Chromium, so the film was not played.');
    expect(await player.open(`recording/${id}`)).toBeCloseTo(6, 1);
    expect(await player.frameAt(4.03)).toBe(100);
    expect(await player.frameAt(1.03)).toBe(25);
    await player.close();
    expect(await liveFiles()).toEqual([]);
    expect(await app.call('filming', 'list', {})).toEqual([]);
    await app.settled();
    expect(await app.call('recordings', 'get', { id })).toMatchObject({
      hasFilmstrip: true,
      hasWaveform: true,
    });
  });

  it('keeps its gaps and its flags on the recording', async () => {
    const { id } = await begin(app);
    const first = await filmSegment(app, id, lesson);
    await app.call('filming', 'flag', { segmentId: first, offsetMs: 2500 });
    await app.call('filming', 'flag', { segmentId: first, offsetMs: 99_000 });
    await app.call('filming', 'pause', { filmingId: id });
    clock.pass(90_000);
    clock.setWall(-3_600_000);
    await app.call('filming', 'resume', { filmingId: id });
    const second = await filmSegment(app, id, lesson, 'pause');
    expect(await app.call('filming', 'flag', { segmentId: second, offsetMs: 1000 })).toMatchObject({
      flags: 3,
    });
    machine.change('away');
    clock.sleep(600_000);
    machine.change('back');
    await filmSegment(app, id, lesson, 'sleep');
    await stopped(id);
    const frames = await frameNumbers(await fileOf(id));
    expect(frames).toEqual([...counted(150), ...counted(150), ...counted(150)]);
    const { gaps } = await app.call('recordings', 'timeline', { id });
    expect(gaps.map(({ lengthMs, reason }) => [lengthMs, reason])).toEqual([
      [90_000, 'pause'],
      [600_000, 'sleep'],
    ]);
    gaps.forEach(({ atMs }, place) => expect(Math.abs(atMs - (place + 1) * 6000)).toBeLessThan(100));
    const flags = await app.call('bookmarks', 'list', { recordingId: id });
    const [flagged = 0, last = 0, later = 0] = flags.map(({ atMs }) => atMs);
    expect([flagged, later - (gaps[0]?.atMs ?? 0)]).toEqual([2500, 1000]);
    expect(last).toBe((gaps[0]?.atMs ?? 0) - 1);
  });
});

describe('a lesson in part', () => {
  it('with the camera only is a recording without sound', async () => {
    const { id } = await begin(app);
    await filmSegment(app, id, await recorded(films.path, 3, 'video/x-matroska', { sound: false }));
    await stopped(id);
    expect(await app.call('recordings', 'get', { id })).toMatchObject({
      audioCodec: null,
      playability: 'direct',
    });
    expect(await frameNumbers(await fileOf(id))).toEqual(counted(75));
  });

  it('with the microphone only is a recording with a black picture, so that it can be marked and cut', async () => {
    const { id } = await begin(app);
    await filmSegment(app, id, await recorded(films.path, 4, 'audio/webm'));
    await stopped(id);
    const recording = await app.call('recordings', 'get', { id });
    expect(recording).toMatchObject({ playability: 'direct', audioCodec: 'opus' });
    expect(Math.abs(recording.durationMs - 4000)).toBeLessThan(250);
    expect(await beeps(await fileOf(id))).toHaveLength(4);
  });

  it('is made of what is there when one segment holds nothing', async () => {
    const lesson = await recorded(films.path, 3);
    const { id } = await begin(app);
    await filmSegment(app, id, lesson);
    const { mimeType } = lesson;
    const empty = await app.call('filming', 'openSegment', { filmingId: id, mimeType, reason: 'no-chunks' });
    await app.call('filming', 'flag', { segmentId: empty.segmentId, offsetMs: 0 });
    await filmSegment(app, id, lesson, 'no-chunks');
    await stopped(id);
    expect(await frameNumbers(await fileOf(id))).toEqual([...counted(75), ...counted(75)]);
    expect(await app.call('bookmarks', 'list', { recordingId: id })).toHaveLength(1);
  });
});

describe('what was found unfinished', () => {
  let crashed: Folder;
  beforeEach(async () => {
    crashed = await temporaryFolder();
  });
  afterEach(() => crashed.remove());

  /** A library as a crash leaves it: every file as it is at this moment. @returns the lesson that was being filmed */
  async function leftUnfinished(): Promise<string> {
    const { id } = await begin(app);
    const { mimeType, pieces } = await recorded(films.path, 6);
    const { segmentId } = await app.call('filming', 'openSegment', {
      filmingId: id,
      mimeType,
      reason: 'start',
    });
    for (const [seq, bytes] of pieces.slice(0, 4).entries()) {
      clock.pass(1000);
      await app.call('filming', 'append', { segmentId, seq, bytes });
    }
    await cp(join(folder.path, 'library'), join(crashed.path, 'library'), { recursive: true });
    return id;
  }

  it('is offered with how much was saved, and rescued into a recording', async () => {
    const id = await leftUnfinished();
    const again = await startServices(crashed.path);
    expect(await again.call('filming', 'list', {})).toEqual([
      expect.objectContaining({ id, state: 'unfinished', savedMs: 4000, segments: 1 }),
    ]);
    const { jobId } = await again.call('filming', 'rescue', { filmingId: id });
    expect((await again.call('filming', 'list', {}))[0]?.state).toBe('finishing');
    // Asked twice it is one piece of work.
    expect(await again.call('filming', 'rescue', { filmingId: id })).toEqual({ jobId });
    expect((await again.services.jobs.whenEnded(jobId)).state).toBe('done');
    expect((await again.call('recordings', 'get', { id })).durationMs).toBeGreaterThan(3000);
    expect(await again.call('filming', 'list', {})).toEqual([]);
    await again.close();
  });

  it('is thrown away whole when that is what is wanted', async () => {
    const id = await leftUnfinished();
    const again = await startServices(crashed.path);
    await again.call('filming', 'discard', { filmingId: id });
    expect(await again.call('filming', 'list', {})).toEqual([]);
    expect(await readdir(join(crashed.path, 'library/media/filmings'))).toEqual([]);
    expect(again.services.db.prepare('SELECT count(*) FROM filming_segments').pluck().get()).toBe(0);
    await again.close();
  });

  it('is not counted among the files that nobody knows', async () => {
    await leftUnfinished();
    const again = await startServices(crashed.path);
    expect(await again.call('settings', 'startUpReport', {})).toMatchObject({ orphans: 0, sweptParts: 0 });
    await again.close();
  });

  it('waits, with its reason, when nothing in it can be read, and takes that with it when it is thrown away', async () => {
    const { id } = await begin(app);
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251));
    await filmSegment(app, id, { mimeType: 'video/x-matroska', pieces: [noise] });
    const { jobId } = await app.call('filming', 'stop', { filmingId: id, reason: 'key' });
    expect(await app.services.jobs.whenEnded(jobId)).toMatchObject({ error: { code: 'file-no-frames' } });
    expect((await app.call('filming', 'list', {}))[0]).toMatchObject({ id, state: 'unfinished' });
    expect(await liveFiles()).toHaveLength(1);
    await app.call('filming', 'discard', { filmingId: id });
    expect(await app.call('jobs', 'list', {})).toEqual([]);
    expect(await liveFiles()).toEqual([]);
  });

  it('is made by itself at the next start when the app was closed while filming', async () => {
    const { id } = await begin(app);
    await filmSegment(app, id, await recorded(films.path, 3));
    await app.close();
    app = await startServices(folder.path, machine.ports);
    await app.services.checked;
    await app.settled();
    expect((await app.call('recordings', 'get', { id })).durationMs).toBe(3000);
  });
});

describe('filming for a colleague', () => {
  it('gives the recording to its owner, and leaves who filmed it only that it has to be handed over', async () => {
    const owner = (await app.call('people', 'add', { name: 'Noor' })).id;
    const filmer = (await app.call('people', 'add', { name: 'Sam' })).id;
    const { id } = await begin(app, { ownerId: owner, filmedById: filmer });
    await filmSegment(app, id, await recorded(films.path, 3));
    await stopped(id);
    const seenBy = async (viewerId: string | null | undefined): Promise<number> =>
      (await app.call('recordings', 'list', { viewerId })).total;
    expect([await seenBy(owner), await seenBy(filmer), await seenBy(null)]).toEqual([1, 0, 1]);
    expect(await app.call('recordings', 'toHandOver', { filmedById: filmer })).toEqual([
      expect.objectContaining({ id, ownerId: owner, filmedById: filmer, handedOverAt: null }),
    ]);
    await app.call('settings', 'update', { currentPersonId: filmer });
    expect(await seenBy(undefined)).toBe(0);
    const handed = await app.call('recordings', 'handOver', { id });
    expect(handed.handedOverAt).toBeGreaterThan(0);
    expect(await app.call('recordings', 'handOver', { id })).toEqual(handed);
    expect(await app.call('recordings', 'toHandOver', { filmedById: filmer })).toEqual([]);
    expect([await seenBy(owner), await seenBy(filmer)]).toEqual([1, 0]);
  });
});
