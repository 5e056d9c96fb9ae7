import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerApp } from '../../../electron/shell/protocols/app.ts';
import { temporaryFolder } from '../../fixtures/clips.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let page: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  page = join(folder.path, 'renderer');
  await mkdir(join(page, 'assets'), { recursive: true });
  await writeFile(join(page, 'index.html'), '<!doctype html>');
  await writeFile(join(page, 'assets', 'main.js'), 'start()');
  await writeFile(join(folder.path, 'outside.js'), 'stolen()');
  await writeFile(join(folder.path, 'renderer-of-another.js'), 'stolen()');
  await writeFile(join(page, 'notes.txt'), 'no type of ours');
});
afterAll(() => folder.remove());
const ask = (path: string) => answerApp(page, new Request(`app://drieluik${path}`));

describe('the page over its own protocol', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/main.js', 'text/javascript; charset=utf-8'],
  ])('%s has its type and a policy that lets nothing in from elsewhere', async (path, type) => {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`script-src 'self'`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it.each([
    '/../outside.js',
    '/%2e%2e/outside.js',
    '/..%2foutside.js',
    '/..%5coutside.js',
    '/assets/..%2f..%2foutside.js',
    '/..%2frenderer-of-another.js',
    '/%00index.html',
    '/index.html%00.js',
    '/%E0%A4%A',
    '/notes.txt',
    '/missing.js',
    '/assets',
    '/C:/windows/win.js',
  ])('%s is not there', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });
});
