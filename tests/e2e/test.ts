import { test as base, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp, type RunningApp } from './launch.ts';

interface AppFixtures {
  /** Folder of this test alone. */
  readonly folder: string;
  /** The running app with a library of its own; started again by `restart`. */
  readonly app: RunningApp;
  readonly page: Page;
}

/** A test in the running app: own user-data folder, Dutch, 1366 × 768. */
export const test = base.extend<AppFixtures>({
  // Playwright reads the names out of the pattern; an empty one says «none».
  // eslint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'drieluik-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  },
  app: async ({ folder }, use) => {
    const app = await launchApp({ userData: join(folder, 'data') });
    await use(app);
    await app.close();
  },
  page: async ({ app }, use) => {
    await app.page.setViewportSize({ width: 1366, height: 768 });
    await use(app.page);
  },
});

export { expect } from '@playwright/test';
