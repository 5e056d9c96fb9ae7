import type { Db } from './open.ts';
import { firstLibrary } from './migrations/0001-first-library.ts';
import { filming } from './migrations/0002-filming.ts';

/** One step of the schema. Never edited after a release: a change is a new file with the next number. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

const migrations: readonly Migration[] = [firstLibrary, filming];

export const newestVersion = migrations.length;

/** Runs what is missing, each step in a transaction together with its `user_version`. */
export function migrate(db: Db): void {
  const current = Number(db.pragma('user_version', { simple: true }));
  for (const migration of migrations) {
    if (migration.version <= current) continue;
    db.transaction(() => {
      db.exec(migration.sql);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
}
