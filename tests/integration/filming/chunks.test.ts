import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../../fixtures/clips.ts';
import { begin, laptop, movableClock, notices } from '../../fixtures/filming.ts';
import { startServices, type TestApp } from '../../fixtures/services.ts';

const bytes = (text: string): Buffer<ArrayBuffer> => Buffer.from(text);
const gigabyte = 2 ** 30;
const mimeType = 'video/x-matroska;codecs=avc1';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let app: TestApp;
let free: number;
const clock = movableClock();
const machine = laptop();
beforeEach(async () => {
  folder = await temporaryFolder();
  free = 100 * gigabyte;
  const filmingWorld = { clock, freeBytes: () => Promise.resolve(free) };
  app = await startServices(folder.path, { ...machine.ports, filmingWorld });
});
afterEach(async () => {
  await app.close();
  await folder.remove();
});

async function opened(): Promise<{ filmingId: string; segmentId: string }> {
  const { id: filmingId } = await begin(app);
  const { segmentId } = await app.call('filming', 'openSegment', { filmingId, mimeType, reason: 'start' });
  return { filmingId, segmentId };
}
const append = (segmentId: string, seq: number, text: string) =>
  app.call('filming', 'append', { segmentId, seq, bytes: bytes(text) });
const onDisk = ({ segmentId }: { segmentId: string }): Promise<string> =>
  readFile(join(folder.path, 'library/media/filmings', `${segmentId}.mkv`), 'utf8');
const tick = (): void => clock.pass(1000);

describe('chunks of the recorder', () => {
  it('are on disk, one after the other, when they are acknowledged', async () => {
    const live = await opened();
    tick();
    expect(await append(live.segmentId, 0, 'een')).toMatchObject({ nextSeq: 1, sizeBytes: 3 });
    tick();
    expect(await append(live.segmentId, 1, 'twee')).toMatchObject({ nextSeq: 2, sizeBytes: 7 });
    expect(await onDisk(live)).toBe('eentwee');
  });

  it('count once when they come twice', async () => {
    const live = await opened();
    await append(live.segmentId, 0, 'een');
    expect(await append(live.segmentId, 0, 'een')).toMatchObject({ nextSeq: 1, sizeBytes: 3 });
    await append(live.segmentId, 1, 'twee');
    expect(await append(live.segmentId, 0, 'een')).toMatchObject({ nextSeq: 2, sizeBytes: 7 });
    expect(await onDisk(live)).toBe('eentwee');
  });

  it('are refused out of order, with the number that is expected', async () => {
    const live = await opened();
    await append(live.segmentId, 0, 'een');
    await expect(append(live.segmentId, 2, 'drie')).rejects.toMatchObject({
      code: 'chunk-out-of-order',
      params: { expected: 1 },
    });
    await append(live.segmentId, 1, 'twee');
    await append(live.segmentId, 2, 'drie');
    expect(await onDisk(live)).toBe('eentweedrie');
  });

  it('keep their order when they are sent without waiting', async () => {
    const live = await opened();
    const texts = Array.from({ length: 40 }, (_, seq) => `${seq},`);
    await Promise.all(texts.map((text, seq) => append(live.segmentId, seq, text)));
    expect(await onDisk(live)).toBe(texts.join(''));
  });

  it('are synced at least every five seconds, and what is synced counts as saved', async () => {
    const live = await opened();
    let saved = 0;
    for (let second = 1; second <= 12; second += 1) {
      tick();
      ({ savedMs: saved } = await append(live.segmentId, second - 1, 'x'));
      expect(second * 1000 - saved).toBeLessThan(5000);
    }
    expect((await app.call('filming', 'list', {}))[0]).toMatchObject({ savedMs: saved, state: 'filming' });
  });

  it('are refused for a segment that is closed, and for a lesson that has ended', async () => {
    const live = await opened();
    await append(live.segmentId, 0, 'een');
    await app.call('filming', 'closeSegment', { segmentId: live.segmentId });
    await app.call('filming', 'closeSegment', { segmentId: live.segmentId });
    await expect(append(live.segmentId, 1, 'twee')).rejects.toMatchObject({ code: 'segment-closed' });
    await app.call('filming', 'discard', { filmingId: live.filmingId });
    await expect(append(live.segmentId, 1, 'twee')).rejects.toMatchObject({ code: 'filming-ended' });
  });

  it('are only taken in a container that survives a power cut', async () => {
    const { id: filmingId } = await begin(app);
    for (const odd of ['video/quicktime', 'video/avi', 'audio/wav'])
      await expect(
        app.call('filming', 'openSegment', { filmingId, mimeType: odd, reason: 'start' }),
      ).rejects.toMatchObject({ code: 'container-not-crash-safe' });
  });
});

describe('one lesson at a time', () => {
  it('refuses a second, and says that there is nothing of one that has no byte', async () => {
    const { id: filmingId } = await begin(app);
    await expect(begin(app)).rejects.toMatchObject({ code: 'already-filming' });
    await expect(app.call('filming', 'stop', { filmingId, reason: 'key' })).rejects.toMatchObject({
      code: 'filming-empty',
    });
    expect(await app.call('filming', 'list', {})).toEqual([]);
    await begin(app);
  });

  it('keeps the laptop awake while it films, and lets it sleep in a pause and afterwards', async () => {
    expect(machine.keptAwake()).toBe(false);
    const { filmingId } = await opened();
    expect(machine.keptAwake()).toBe(true);
    expect((await app.call('filming', 'pause', { filmingId })).state).toBe('paused');
    expect(machine.keptAwake()).toBe(false);
    expect((await app.call('filming', 'resume', { filmingId })).state).toBe('filming');
    expect(machine.keptAwake()).toBe(true);
    await app.call('filming', 'discard', { filmingId });
    expect(machine.keptAwake()).toBe(false);
  });
});

describe('the disk', () => {
  it('is measured before: a lesson that does not fit is not begun', async () => {
    free = 3 * gigabyte;
    const asked = { plannedMs: 50 * 60_000, bitsPerSecond: 5_000_000 };
    expect((await app.call('filming', 'room', asked)).verdict).toBe('refuse');
    await expect(begin(app, { plannedMs: 120 * 60_000 })).rejects.toMatchObject({
      code: 'disk-short',
      params: { minutes: 71 },
    });
    free = 6 * gigabyte;
    expect((await app.call('filming', 'room', asked)).verdict).toBe('enough');
  });

  it('is watched: ten minutes left is said once, and at the reserve the lesson is ended whole', async () => {
    const live = await opened();
    await append(live.segmentId, 0, 'een');
    // Five minutes of film at 2.5 Mbit/s, twice (the segments and what they become), above the reserve.
    free = 512 * 2 ** 20 + (2 * 300 * 2_500_000) / 8;
    clock.pass(5000);
    await vi.waitFor(() => expect(notices(app)).toContain('ten-minutes-left'), 4000);
    expect((await append(live.segmentId, 1, 'twee')).room).toMatchObject({ verdict: 'warn' });
    free = 511 * 2 ** 20;
    clock.pass(5000);
    await vi.waitFor(() => expect(notices(app)).toContain('disk-full'), 4000);
    expect(notices(app).filter((kind) => kind === 'ten-minutes-left')).toHaveLength(1);
    await expect(append(live.segmentId, 2, 'drie')).rejects.toMatchObject({ code: 'filming-ended' });
    expect(await app.call('filming', 'list', {})).toEqual([
      expect.objectContaining({ id: live.filmingId, sizeBytes: 7 }),
    ]);
    await app.call('filming', 'discard', { filmingId: live.filmingId });
  });
});

describe('the watch over the recorder', () => {
  it('says after three seconds without a chunk that it is stuck, and again until it is heard', async () => {
    const live = await opened();
    await append(live.segmentId, 0, 'een');
    clock.pass(2500);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(notices(app)).toEqual([]);
    clock.pass(1000);
    await vi.waitFor(() => expect(notices(app)).toEqual(['no-chunks']), 4000);
    clock.pass(6000);
    await vi.waitFor(() => expect(notices(app)).toEqual(['no-chunks', 'no-chunks']), 4000);
    const again = await app.call('filming', 'openSegment', {
      filmingId: live.filmingId,
      mimeType,
      reason: 'no-chunks',
    });
    await append(again.segmentId, 0, 'twee');
    expect(await onDisk(live)).toBe('een');
  });

  it('is not misled by a clock that is set back an hour', async () => {
    const live = await opened();
    for (let second = 0; second < 4; second += 1) {
      tick();
      if (second === 2) clock.setWall(-3_600_000);
      await append(live.segmentId, second, 'x');
    }
    await vi.waitFor(() => expect(notices(app)).toEqual(['clock-changed']), 4000);
    await app.call('filming', 'closeSegment', { segmentId: live.segmentId });
    expect((await app.call('filming', 'list', {}))[0]?.savedMs).toBe(4000);
  });
});

describe('the page’s process', () => {
  it('may die: the segment is closed at what is on disk, and a new page finds the lesson and goes on', async () => {
    const live = await opened();
    tick();
    await append(live.segmentId, 0, 'een');
    machine.pageDies();
    await vi.waitFor(
      () => expect(append(live.segmentId, 1, 'x')).rejects.toMatchObject({ code: 'segment-closed' }),
      4000,
    );
    const [found] = await app.call('filming', 'list', {});
    expect(found).toMatchObject({ id: live.filmingId, state: 'filming', savedMs: 1000, segments: 1 });
    const next = await app.call('filming', 'openSegment', {
      filmingId: live.filmingId,
      mimeType,
      reason: 'page-restarted',
    });
    expect(await append(next.segmentId, 0, 'twee')).toMatchObject({ nextSeq: 1, sizeBytes: 7 });
  });
});

describe('sleep', () => {
  it('closes the segment whole at once, takes what still comes, and wants a new one after waking', async () => {
    const live = await opened();
    tick();
    await append(live.segmentId, 0, 'een');
    machine.change('away');
    machine.change('away');
    await append(live.segmentId, 1, 'laatste');
    expect((await app.call('filming', 'list', {}))[0]?.sizeBytes).toBe(10);
    clock.sleep(600_000);
    machine.change('back');
    machine.change('back');
    await vi.waitFor(() => expect(notices(app)).toEqual(['going-to-sleep', 'woke-up']), 4000);
    await expect(append(live.segmentId, 2, 'x')).rejects.toMatchObject({ code: 'segment-closed' });
  });

  it('is told of the battery', async () => {
    machine.change('on-battery');
    expect(notices(app)).toEqual([]);
    await opened();
    machine.change('on-battery');
    expect(notices(app)).toEqual(['on-battery']);
  });
});
