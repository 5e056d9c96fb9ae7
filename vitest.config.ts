import { defineConfig } from 'vitest/config';
import { resolve } from 'node:path';

export default defineConfig({
  resolve: {
    // Plain Node has no Electron: asking for the package would try to download it. Nothing under test may need it.
    alias: { electron: resolve(import.meta.dirname, 'tests/fixtures/no-electron.ts') },
  },
  test: {
    include: ['tests/{unit,integration,architecture}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    env: { TZ: 'Europe/Amsterdam' },
  },
});
