import type { Person } from '../../../shared/contract/people.ts';
import type { Db } from '../../db/open.ts';

interface Row {
  id: string;
  name: string;
  archived: number;
}

/** Names of people: teachers and facilitators, nothing more. */
export function createPeopleRepo(db: Db) {
  const all = db.prepare<[], Row>(
    'SELECT id, name, archived FROM people ORDER BY archived, name COLLATE NOCASE',
  );
  const one = db.prepare<[string], Row>('SELECT id, name, archived FROM people WHERE id = ?');
  const insert = db.prepare('INSERT INTO people (id, name, created_at) VALUES (?, ?, ?)');
  const rename = db.prepare('UPDATE people SET name = ? WHERE id = ?');
  const archive = db.prepare('UPDATE people SET archived = ? WHERE id = ?');
  return {
    list: (): Person[] => all.all().map(fromRow),
    get(id: string): Person | undefined {
      const row = one.get(id);
      return row && fromRow(row);
    },
    insert: (id: string, name: string, now: number): void => void insert.run(id, name, now),
    rename: (id: string, name: string): boolean => rename.run(name, id).changes > 0,
    setArchived: (id: string, archived: boolean): boolean => archive.run(archived ? 1 : 0, id).changes > 0,
  };
}

export type PeopleRepo = ReturnType<typeof createPeopleRepo>;

function fromRow(row: Row): Person {
  return { id: row.id, name: row.name, archived: row.archived === 1 };
}
