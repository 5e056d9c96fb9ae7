import { test as base, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp, type FakeCamera, type RunningApp } from './launch.ts';

interface AppFixtures {
  /** `test.use({ fakeCamera: 'builtin' })`: what `getUserMedia` finds in this test's app. */
  readonly fakeCamera: FakeCamera | 'builtin' | undefined;
  /** Folder of this test alone. */
  readonly folder: string;
  /** The running app with a library of its own. */
  readonly app: RunningApp;
  readonly page: Page;
}

/** A test in the running app: own user-data folder, Dutch, 1366 × 768. */
export const test = base.extend<AppFixtures>({
  fakeCamera: [undefined, { option: true }],
  // Playwright reads the names out of the pattern; an empty one says «none».
  // eslint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'drieluik-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  },
  app: async ({ folder, fakeCamera }, use) => {
    const app = await launchApp({ userData: join(folder, 'data'), ...(fakeCamera && { fakeCamera }) });
    await use(app);
    await app.close();
  },
  page: async ({ app }, use) => {
    await app.page.setViewportSize({ width: 1366, height: 768 });
    await use(app.page);
  },
});

export { expect } from '@playwright/test';
