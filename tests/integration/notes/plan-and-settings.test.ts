import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Db } from '../../../electron/db/open.ts';
import { createAvpRepo } from '../../../electron/features/avp/avp.repo.ts';
import { createAvpService } from '../../../electron/features/avp/avp.service.ts';
import { createSettingsRepo } from '../../../electron/features/settings/settings.repo.ts';
import { createSettingsService } from '../../../electron/features/settings/settings.service.ts';
import { createBroadcast } from '../../../electron/ipc/broadcast.ts';
import { temporaryFolder } from '../../fixtures/clips.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let db: Db;
let told: string[];
beforeEach(async () => {
  folder = await temporaryFolder();
  db = await openDatabase(join(folder.path, 'drieluik.db'));
  told = [];
});
afterEach(async () => {
  db.close();
  await folder.remove();
});

const broadcast = createBroadcast((name) => told.push(name));

describe('the plan, saved while it is written', () => {
  it('holds the last text at every moment, and each text that was given up', () => {
    db.exec(`INSERT INTO cases VALUES ('c', 'Casus', NULL, 0, 0, NULL)`);
    let clock = 1_000_000;
    const plans = createAvpService({ repo: createAvpRepo(db), broadcast, now: () => clock });
    const { id } = plans.ofCase('c');
    const write = (text: string, afterMs: number): void => {
      clock += afterMs;
      expect(plans.saveField(id, 'goal', text).fields.goal).toBe(text);
    };
    for (const text of ['Ik wacht', 'Ik wacht vier', 'Ik wacht vier tellen.']) write(text, 600);
    write('', 600);
    write('Ik tel hardop.', 600);
    write('Ik tel hardop tot vijf.', 45_000);
    expect(plans.fieldHistory(id, 'goal').map((version) => version.text)).toEqual([
      'Ik wacht vier tellen.',
      'Ik tel hardop.',
      'Ik tel hardop tot vijf.',
    ]);
  });
});

describe('settings', () => {
  const service = (systemLocale: string) =>
    createSettingsService({
      repo: createSettingsRepo(db),
      broadcast,
      systemLocale,
      diagnostics: () => Promise.reject(new Error('not asked here')),
      startUpReport: () => Promise.reject(new Error('not asked here')),
      showLibraryFolder: () => Promise.resolve(),
    });

  it.each([
    ['nl-NL', 'nl'],
    ['en-GB', 'en'],
    ['de-DE', 'nl'],
    ['', 'nl'],
  ])('speak, on a system in %j, %s until someone chooses', (locale, language) => {
    expect(service(locale).get().language).toBe(language);
  });

  it('are kept, and told to the page', async () => {
    service('nl').update({ language: 'en', volumeBoostDb: 6 });
    expect(told).toEqual(['settingsChanged', 'dataChanged']);
    db.close();
    db = await openDatabase(join(folder.path, 'drieluik.db'));
    expect(service('nl').get()).toMatchObject({ language: 'en', volumeBoostDb: 6, theme: 'system' });
  });

  it('fall back one by one where a value is not known, and leave the rest as chosen', () => {
    service('nl').update({ bigMode: true });
    db.exec(
      `INSERT INTO settings VALUES ('theme', '"sepia"'), ('language', 'broken'), ('of-a-later-version', '1')`,
    );
    expect(service('nl').get()).toMatchObject({ bigMode: true, theme: 'system', language: 'nl' });
  });
});
