import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupsIn, dailyBackup, makeBackup } from '../../../electron/db/backup.ts';
import { newestVersion } from '../../../electron/db/migrate.ts';
import { openDatabase } from '../../../electron/db/open.ts';
import { temporaryFolder } from '../../fixtures/clips.ts';

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

  it('refuses a library of a newer version and leaves every byte as it was', async () => {
    const db = await openDatabase(path);
    db.pragma(`user_version = ${newestVersion + 1}`);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const before = await readFile(path);
    await expect(openDatabase(path)).rejects.toMatchObject({
      code: 'library-newer',
      params: { found: newestVersion + 1 },
    });
    expect(
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ).toBe(createHash('sha256').update(before).digest('hex'));
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
    expect((await readdir(backups)).filter((name) => name.endsWith('.part'))).toEqual([]);
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
});
