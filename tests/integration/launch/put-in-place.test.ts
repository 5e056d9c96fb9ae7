import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '../../fixtures/clips.ts';
import { putInPlace } from '../../launch/build.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => folder.remove());

async function put(where: string, text: string, at?: Date): Promise<void> {
  const path = join(folder.path, where);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  if (at) await utimes(path, at, at);
}

it('leaves what a running page still has to load, and takes away what nobody can be waiting for', async () => {
  const daysAgo = (days: number): Date => new Date(Date.now() - days * 24 * 3600 * 1000);
  await put('out/renderer/index.html', 'old');
  await put('out/renderer/assets/screen-old.js', 'yesterday', daysAgo(0.5));
  await put('out/renderer/assets/screen-older.js', 'long ago', daysAgo(2));
  await put('new/renderer/index.html', 'new');
  await put('new/renderer/assets/screen-new.js', 'now');
  await put('new/main/main.js', 'main');
  const began = daysAgo(0.01);
  putInPlace(join(folder.path, 'new'), join(folder.path, 'out'), began);
  const out = (path: string): string => join(folder.path, 'out', path);
  expect((await readdir(out('renderer/assets'))).toSorted()).toEqual(['screen-new.js', 'screen-old.js']);
  expect(await readFile(out('renderer/index.html'), 'utf8')).toBe('new');
  expect(await readFile(out('main/main.js'), 'utf8')).toBe('main');
  expect((await stat(out('main/main.js'))).mtimeMs).toBeCloseTo(began.getTime(), -2);
});
