import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../launch/root.ts';

const gate = join(root, 'tests/launch/enough-node.cjs');

function startedOn(version: string): { status: number | null; stderr: string } {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
  const code = `${pretend} require(${JSON.stringify(gate)});`;
  return spawnSync(process.execPath, ['--eval', code], { encoding: 'utf8' });
}

it('says in one sentence that Node is too old, and what to do', () => {
  const { status, stderr } = startedOn('20.20.2');
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain('Drieluik needs Node 24 and found 20.20.2');
  expect(stderr).toContain('npm ci --include=optional');
});

it('lets the Node that the project brings pass', () => {
  expect(startedOn(process.versions.node)).toMatchObject({ status: 0, stderr: '' });
});

it.each(['start', 'demo', 'test', 'bench', 'check'])('stands before npm run %s', (name) => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(scripts[name]).toMatch(/^node --require \.\/tests\/launch\/enough-node\.cjs /);
});
