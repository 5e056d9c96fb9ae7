import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeClip, temporaryFolder } from '../../fixtures/clips.ts';
import { startServices } from '../../fixtures/services.ts';

// A disk that is really full needs one that is small: a tmpfs, which only root on Linux may mount.
const root = process.platform === 'linux' && process.getuid?.() === 0;
if (!root) console.warn('SKIPPED: the full-disk tests need root on Linux, to mount a small disk.');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

describe.skipIf(!root)('a full disk', () => {
  it('is noticed before anything is copied, and nothing half is left', async () => {
    const disk = join(folder.path, 'klein');
    await mkdir(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]);
    try {
      const clip = await makeClip(join(folder.path, 'les.mp4'), { seconds: 2 });
      const app = await startServices(disk);
      const [job] = await app.bringIn([clip]);
      expect(job?.error?.code).toBe('disk-full');
      expect((await app.call('recordings', 'list', {})).total).toBe(0);
      await app.close();
    } finally {
      execFileSync('umount', ['--lazy', disk]);
    }
  });

  it('keeps every note that was acknowledged, refuses the next with its code, and goes on when there is room', async () => {
    const disk = join(folder.path, 'klein');
    await mkdir(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]);
    try {
      const app = await startServices(disk);
      const kept: string[] = [];
      let refused: unknown;
      for (let number = 0; refused === undefined && number < 20_000; number += 1) {
        const name = `Persoon ${number} ${'x'.repeat(150)}`;
        try {
          kept.push((await app.call('people', 'add', { name })).id);
        } catch (error) {
          refused = error;
        }
      }
      expect(refused).toMatchObject({ code: 'disk-full' });
      await app.close();
      execFileSync('mount', ['-o', 'remount,size=32m', disk]);
      const again = await startServices(disk);
      const there = new Set((await again.call('people', 'list', {})).map((person) => person.id));
      expect(kept.filter((id) => !there.has(id))).toEqual([]);
      await again.call('people', 'add', { name: 'Er is weer ruimte' });
      await again.close();
    } finally {
      execFileSync('umount', ['--lazy', disk]);
    }
  });
});

describe('a library that cannot be opened', () => {
  it.skipIf(process.platform === 'win32')(
    'says so with a code when its place is taken by a file',
    async () => {
      await writeFile(join(folder.path, 'library'), 'hier staat al iets');
      await expect(startServices(folder.path)).rejects.toMatchObject({ name: 'AppError' });
      expect(await readFile(join(folder.path, 'library'), 'utf8')).toBe('hier staat al iets');
    },
  );

  it.skipIf(process.platform === 'win32')('says that a folder may not be written to', async () => {
    await chmod(folder.path, 0o555);
    // Root may write anywhere: for this moment the test is somebody who may not.
    if (root) process.seteuid?.(65_534);
    try {
      await expect(startServices(folder.path)).rejects.toMatchObject({ code: 'library-read-only' });
    } finally {
      if (root) process.seteuid?.(0);
      await chmod(folder.path, 0o700);
    }
    expect(await readdir(folder.path)).toEqual([]);
  });

  it.skipIf(!root)('says that a disk is locked against writing', async () => {
    const disk = join(folder.path, 'slot');
    await mkdir(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]);
    try {
      const app = await startServices(disk);
      await app.call('people', 'add', { name: 'Noor' });
      await app.close();
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      await expect(startServices(disk)).rejects.toMatchObject({ code: 'library-read-only' });
    } finally {
      execFileSync('umount', ['--lazy', disk]);
    }
  });
});
