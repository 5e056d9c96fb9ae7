import { execFileSync } from 'node:child_process';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { frameNumbers, temporaryFolder } from '../../fixtures/clips.ts';
import { begin, notices, recorded } from '../../fixtures/filming.ts';
import { startServices } from '../../fixtures/services.ts';

// A disk that is really full needs one that is small: a tmpfs, which only root on Linux may mount.
const root = process.platform === 'linux' && process.getuid?.() === 0;
if (!root) console.warn('SKIPPED: filming to a full disk needs root on Linux, to mount a small disk.');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let disk: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  disk = join(folder.path, 'klein');
  await mkdir(disk);
});
afterEach(() => folder.remove());

describe.skipIf(!root)('a disk that fills up while filming', { timeout: 60_000 }, () => {
  it('loses no chunk that was acknowledged, ends the lesson, and makes it whole when there is room again', async () => {
    const { mimeType, pieces } = await recorded(folder.path, 20, 'video/x-matroska', { size: '640x360' });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]);
    try {
      // Somebody else fills the disk faster than it is measured: only the writing itself notices.
      const freeBytes = (): Promise<number> => Promise.resolve(100 * 2 ** 30);
      const app = await startServices(disk, { filmingWorld: { freeBytes } });
      const { id } = await begin(app);
      const { segmentId } = await app.call('filming', 'openSegment', {
        filmingId: id,
        mimeType,
        reason: 'start',
      });
      let acknowledged = 0;
      let refused: unknown;
      for (const [seq, bytes] of pieces.entries()) {
        try {
          acknowledged = (await app.call('filming', 'append', { segmentId, seq, bytes })).sizeBytes;
        } catch (error) {
          refused = error;
          break;
        }
      }
      expect(refused).toMatchObject({ code: 'disk-full' });
      expect(acknowledged).toBeGreaterThan(500_000);
      await vi.waitFor(() => expect(notices(app)).toContain('disk-full'), 4000);
      await app.settled();
      const live = join(disk, 'library/media/filmings', `${segmentId}.mkv`);
      expect((await stat(live)).size).toBe(acknowledged);
      expect((await app.call('filming', 'list', {}))[0]).toMatchObject({ id, state: 'unfinished' });
      await app.close();

      execFileSync('mount', ['-o', 'remount,size=200m', disk]);
      const again = await startServices(disk);
      const [found] = await again.call('filming', 'list', {});
      expect(found).toMatchObject({ id, state: 'unfinished', sizeBytes: acknowledged });
      const { jobId } = await again.call('filming', 'rescue', { filmingId: id });
      expect((await again.services.jobs.whenEnded(jobId)).state).toBe('done');
      const file = join(disk, 'library/media/recordings', id, 'original.mp4');
      const numbers = await frameNumbers(file);
      const share = acknowledged / pieces.reduce((sum, piece) => sum + piece.length, 0);
      expect(numbers.length).toBeGreaterThan(500 * share * 0.8);
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, n) => n));
      await again.settled();
      await again.close();
    } finally {
      execFileSync('umount', ['--lazy', disk]);
    }
  });

  it('is noticed beforehand: a lesson that would not fit is not begun', async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]);
    try {
      const app = await startServices(disk);
      await expect(begin(app)).rejects.toMatchObject({ code: 'disk-short', params: { minutes: 0 } });
      expect(await app.call('filming', 'room', { plannedMs: null, bitsPerSecond: 1_000_000 })).toMatchObject({
        verdict: 'refuse',
        leftMs: 0,
      });
      await app.close();
    } finally {
      execFileSync('umount', ['--lazy', disk]);
    }
  });
});
