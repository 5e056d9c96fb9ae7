import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { letGo, takeLock } from '../../stand-in/single-instance.ts';

let userData: string;

beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'drieluik-lock-'));
});

afterEach(async () => {
  letGo();
  await rm(userData, { recursive: true, force: true });
});

it('keeps a data folder for one process, and is free again after that process was killed', async () => {
  const module = pathToFileURL(join(import.meta.dirname, '../../stand-in/single-instance.ts')).href;
  const script = `const { takeLock } = await import(${JSON.stringify(module)});
    console.log(takeLock(${JSON.stringify(userData)}));
    setInterval(() => undefined, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  const [said] = (await once(other.stdout, 'data')) as [Buffer];
  expect(said.toString().trim()).toBe('true');
  expect(takeLock(userData)).toBe(false);
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(takeLock(userData)).toBe(true);
});
