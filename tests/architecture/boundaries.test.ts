import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import config from '../../.dependency-cruiser.mjs';

const root = resolve(import.meta.dirname, '../..');
let house: string;

beforeEach(async () => {
  house = await mkdtemp(join(tmpdir(), 'drieluik-house-'));
  await symlink(join(root, 'node_modules'), join(house, 'node_modules'), 'junction');
});

afterEach(() => rm(house, { recursive: true, force: true }));

/** Names of the rules that a small house of these files breaks. */
async function broken(files: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [name, source] of Object.entries(files)) {
    await mkdir(dirname(join(house, name)), { recursive: true });
    await writeFile(join(house, name), source);
  }
  const { output } = await cruise(
    ['electron', 'renderer', 'shared'].filter((room) =>
      Object.keys(files).some((file) => file.startsWith(room)),
    ),
    {
      ...config.options,
      tsConfig: {},
      preserveSymlinks: true,
      baseDir: house,
      ruleSet: { forbidden: config.forbidden ?? [] },
      validate: true,
    },
  );
  return (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name);
}

describe('who may import what', () => {
  it.each([
    ['shared-imports', { 'shared/a.ts': `import '../electron/b.ts';`, 'electron/b.ts': 'export {};' }],
    ['renderer-imports', { 'renderer/a.ts': `import '../electron/b.ts';`, 'electron/b.ts': 'export {};' }],
    ['renderer-no-node', { 'renderer/a.ts': `import 'node:fs';` }],
    ['electron-imports', { 'electron/a.ts': `import '../renderer/b.ts';`, 'renderer/b.ts': 'export {};' }],
    [
      'one-door-sqlite',
      {
        'electron/features/people/people.service.ts': `import Database from 'better-sqlite3'; new Database('');`,
      },
    ],
    [
      'one-door-fluent-ffmpeg',
      { 'electron/media/cut/cut.ts': `import ffmpeg from 'fluent-ffmpeg'; ffmpeg();` },
    ],
    ['one-door-video-js', { 'renderer/features/cases/case.ts': `import videojs from 'video.js'; videojs;` }],
    [
      'preload-is-small',
      {
        'electron/preload.ts': `import '../shared/contract/people.ts';`,
        'shared/contract/people.ts': 'export {};',
      },
    ],
    [
      'no-feature-reaches-into-another',
      {
        'electron/features/a/a.ts': `import '../b/b.repo.ts';`,
        'electron/features/b/b.repo.ts': 'export {};',
      },
    ],
    [
      'page-features-meet-at-the-door',
      {
        'renderer/features/a/a.ts': `import '../b/inside.ts';`,
        'renderer/features/b/inside.ts': 'export {};',
      },
    ],
    [
      'ui-knows-no-feature',
      {
        'renderer/ui/a.ts': `import '../features/b/index.ts';`,
        'renderer/features/b/index.ts': 'export {};',
      },
    ],
    [
      'media-and-db-know-no-feature',
      { 'electron/db/a.ts': `import '../features/b/b.ts';`, 'electron/features/b/b.ts': 'export {};' },
    ],
    [
      'no-circles',
      {
        'shared/a.ts': `import './b.ts'; export const a = 1;`,
        'shared/b.ts': `import './a.ts'; export const b = 1;`,
      },
    ],
  ])('%s bites', async (rule, files) => {
    expect(await broken(files as Record<string, string>)).toContain(rule);
  });

  it('lets through what the house allows', async () => {
    const allowed = {
      'renderer/features/a/a.ts': `import '../b/index.ts'; import '../../../shared/c.ts';`,
      'renderer/features/b/index.ts': 'export {};',
      'shared/c.ts': `import { z } from 'zod'; z.string();`,
      'electron/features/a/a.repo.ts': `import Database from 'better-sqlite3'; new Database('');`,
    };
    expect(await broken(allowed)).toEqual([]);
  });
});
