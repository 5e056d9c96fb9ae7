import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupsIn, dailyBackup, makeBackup } from '../../../electron/db/backup.ts';
import { asAppError } from '../../../electron/db/errors.ts';
import { newestVersion } from '../../../electron/db/migrate.ts';
import { openDatabase } from '../../../electron/db/open.ts';
import { temporaryFolder } from '../../fixtures/clips.ts';
import { startServices } from '../../fixtures/services.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'drieluik.db');
});
afterEach(() => folder.remove());

describe('opening the library’s database', () => {
  it('writes through to the disk on every open, keeps foreign keys and a log beside it', async () => {
    for (const time of ['first', 'second']) {
      const db = await openDatabase(path);
      expect([time, db.pragma('synchronous', { simple: true })]).toEqual([time, 2]);
      expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(db.pragma('user_version', { simple: true })).toBe(newestVersion);
      db.close();
    }
  });

  it('has the schema that was agreed on', async () => {
    const db = await openDatabase(path);
    const schema = db
      .prepare(
        `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search_index_%' ORDER BY type, name`,
      )
      .pluck()
      .all();
    db.close();
    await expect(schema.join(';\n\n')).toMatchFileSnapshot('schema.sql');
  });

  it('refuses a library of a newer version and leaves every byte as it was, with no file beside it', async () => {
    const db = await openDatabase(path);
    db.pragma(`user_version = ${newestVersion + 1}`);
    db.close();
    const before = await bytesIn(folder.path);
    await expect(openDatabase(path)).rejects.toMatchObject({
      code: 'library-newer',
      params: { found: newestVersion + 1, known: newestVersion },
    });
    expect(await bytesIn(folder.path)).toEqual(before);
  });

  it('refuses a newer version that still stands in the log of an app that was killed', async () => {
    const db = await openDatabase(path);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma(`user_version = ${newestVersion + 1}`);
    const killed = join(folder.path, 'killed.db');
    await copyFile(path, killed);
    await copyFile(`${path}-wal`, `${killed}-wal`);
    db.close();
    const before = await bytesIn(folder.path);
    await expect(openDatabase(killed)).rejects.toMatchObject({ code: 'library-newer' });
    expect(await bytesIn(folder.path)).toMatchObject({
      'killed.db': before['killed.db'],
      'killed.db-wal': before['killed.db-wal'],
    });
  });

  it('says that a file which is no database is damaged', async () => {
    await writeFile(path, 'dit is geen database, maar wel lang genoeg om er een te kunnen zijn'.repeat(100));
    await expect(openDatabase(path)).rejects.toMatchObject({ code: 'library-damaged' });
  });

  it('says that a folder which is gone is missing', async () => {
    await expect(openDatabase(join(folder.path, 'weg', 'drieluik.db'))).rejects.toMatchObject({
      code: 'library-missing',
    });
  });

  it('says of a row that points at nothing that it is not found, and of one out of order that it does not fit', async () => {
    const db = await openDatabase(path);
    const coded = (sql: string): string => {
      try {
        db.exec(sql);
        return 'accepted';
      } catch (error) {
        return asAppError(error).code;
      }
    };
    expect(coded(`INSERT INTO avps VALUES ('a', 'nobody', 1, 0, 0, 0)`)).toBe('not-found');
    db.exec(
      `INSERT INTO cases VALUES ('c', 'Casus', NULL, 0, 0, NULL); INSERT INTO avps VALUES ('a', 'c', 1, 0, 0, 0)`,
    );
    expect(coded(`INSERT INTO avp_marks VALUES ('m', 'a', 11, '', 0)`)).toBe('invalid-input');
    db.close();
  });
});

describe('backups', () => {
  it('copies an open database, sound and complete, and keeps the newest seven', async () => {
    const db = await openDatabase(path);
    const backups = join(folder.path, 'backups');
    for (let day = 1; day <= 9; day += 1) {
      db.prepare('INSERT INTO people (id, name, created_at) VALUES (?, ?, 0)').run(
        String(day),
        `Persoon ${day}`,
      );
      await makeBackup(db, backups, Date.UTC(2026, 10, day));
    }
    const names = await backupsIn(backups);
    expect(names).toHaveLength(7);
    expect(names[0]).toContain('20261109');
    const copy = new Database(join(backups, names[0] ?? ''), { readonly: true });
    expect(copy.prepare('SELECT count(*) FROM people').pluck().get()).toBe(9);
    copy.close();
    db.close();
    expect((await readdir(backups)).toSorted()).toEqual(names.toSorted());
  });

  it('clears away what a copy that was killed halfway left, and nothing of anybody else', async () => {
    const db = await openDatabase(path);
    const backups = join(folder.path, 'backups');
    await mkdir(backups);
    await writeFile(join(backups, '.drieluik-20261101T000000000.db.part'), 'half');
    await writeFile(join(backups, '.drieluik-20261101T000000000.db.part-wal'), 'half');
    await writeFile(join(backups, 'drieluik voor de zekerheid.db'), 'van iemand zelf');
    await makeBackup(db, backups);
    db.close();
    expect((await readdir(backups)).filter((name) => name.includes('.part'))).toEqual([]);
    expect(await readdir(backups)).toContain('drieluik voor de zekerheid.db');
  });

  it('makes one a day and no more', async () => {
    const db = await openDatabase(path);
    const backups = join(folder.path, 'backups');
    const first = await dailyBackup(db, backups);
    await dailyBackup(db, backups);
    expect(await backupsIn(backups)).toHaveLength(1);
    await dailyBackup(db, backups, first + 2 * 86_400_000);
    expect(await backupsIn(backups)).toHaveLength(2);
    db.close();
  });

  it('can be put back: one file, opened as a library', async () => {
    const db = await openDatabase(path);
    db.prepare(`INSERT INTO people (id, name, created_at) VALUES ('1', 'Noor', 0)`).run();
    const backups = join(folder.path, 'backups');
    await makeBackup(db, backups);
    db.close();
    const [name = ''] = await backupsIn(backups);
    const restored = join(folder.path, 'teruggezet.db');
    await copyFile(join(backups, name), restored);
    const back = await openDatabase(restored);
    expect(back.prepare('SELECT name FROM people').pluck().all()).toEqual(['Noor']);
    expect(back.pragma('journal_mode', { simple: true })).toBe('wal');
    back.close();
  });
});

describe('a damaged library', () => {
  const damage = async (file: string): Promise<void> => {
    const bytes = await readFile(file);
    bytes.fill(0x5a, 0, 4096);
    await writeFile(file, bytes);
  };

  it('is refused with the name of the newest copy that is sound, and left as it is', async () => {
    const app = await startServices(folder.path);
    await app.call('people', 'add', { name: 'Noor' });
    const backups = join(folder.path, 'library', 'backups');
    await makeBackup(app.services.db, backups, Date.UTC(2027, 0, 1));
    await makeBackup(app.services.db, backups, Date.UTC(2027, 0, 2));
    await app.close();
    const [newest = '', sound] = await backupsIn(backups);
    await damage(join(backups, newest));
    const library = join(folder.path, 'library', 'drieluik.db');
    await damage(library);
    const before = await readFile(library);
    await expect(startServices(folder.path)).rejects.toMatchObject({
      code: 'library-damaged-backup',
      params: { backup: sound },
    });
    expect((await readFile(library)).equals(before)).toBe(true);
  });

  it('says so plainly when there is no copy yet', async () => {
    await mkdir(join(folder.path, 'library'));
    await writeFile(join(folder.path, 'library', 'drieluik.db'), 'geen database'.repeat(1000));
    await expect(startServices(folder.path)).rejects.toMatchObject({ code: 'library-damaged' });
  });

  it('never gives up a sound copy for one of a damaged library', async () => {
    const db = await openDatabase(path);
    const backups = join(folder.path, 'backups');
    await makeBackup(db, backups, Date.UTC(2027, 0, 1));
    const insert = db.prepare('INSERT INTO people (id, name, created_at) VALUES (?, ?, 0)');
    for (let number = 0; number < 500; number += 1) insert.run(String(number), 'x'.repeat(150));
    db.close();
    const bytes = await readFile(path);
    bytes.fill(0x5a, bytes.length - 60_000, bytes.length - 20_000);
    await writeFile(path, bytes);
    const hurt = new Database(path);
    await expect(makeBackup(hurt, backups, Date.UTC(2027, 0, 2))).rejects.toMatchObject({
      code: 'library-damaged',
    });
    hurt.close();
    expect(await backupsIn(backups)).toEqual(['drieluik-20270101T000000000.db']);
  });
});

/** Name → SHA-256 of every file in a folder. */
async function bytesIn(path: string): Promise<Record<string, string>> {
  const names = (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile());
  const pairs = names.map(async ({ name }) => [
    name,
    createHash('sha256')
      .update(await readFile(join(path, name)))
      .digest('hex'),
  ]);
  return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>;
}
