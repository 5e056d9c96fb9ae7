import type { Db } from '../../db/open.ts';

/** Settings as JSON values by name; what is not set is not there. */
export function createSettingsRepo(db: Db) {
  const all = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM settings');
  const put = db.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return {
    all: (): Record<string, unknown> =>
      Object.fromEntries(all.all().map(({ key, value }) => [key, parsed(value)])),
    save: db.transaction((values: Readonly<Record<string, unknown>>): void => {
      for (const [key, value] of Object.entries(values)) put.run(key, JSON.stringify(value));
    }),
  };
}

export type SettingsRepo = ReturnType<typeof createSettingsRepo>;

/** A value that is no JSON is as good as none: the default stands in for it. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
