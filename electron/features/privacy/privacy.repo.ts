import type { ClassGroup } from '../../../shared/contract/privacy.ts';
import type { Db } from '../../db/open.ts';

interface GroupRow {
  id: string;
  name: string;
  note: string;
}

interface PupilRow {
  id: string;
  group_id: string;
  initials: string;
  seat: string;
}

/** Class groups and who of them is not filmed. */
export function createPrivacyRepo(db: Db) {
  const groups = db.prepare<[], GroupRow>(
    'SELECT id, name, note FROM class_groups WHERE removed_at IS NULL ORDER BY name COLLATE NOCASE, id',
  );
  const group = db.prepare<[string], GroupRow>(
    'SELECT id, name, note FROM class_groups WHERE id = ? AND removed_at IS NULL',
  );
  const pupils = db.prepare<[string], PupilRow>(
    'SELECT id, group_id, initials, seat FROM do_not_film WHERE group_id = ? ORDER BY created_at, id',
  );
  const pupil = db.prepare<[string], PupilRow>(
    'SELECT id, group_id, initials, seat FROM do_not_film WHERE id = ?',
  );
  const insertGroup = db.prepare('INSERT INTO class_groups (id, name, created_at) VALUES (?, ?, ?)');
  const update = db.prepare('UPDATE class_groups SET name = @name, note = @note WHERE id = @id');
  const setRemoved = db.prepare('UPDATE class_groups SET removed_at = ? WHERE id = ?');
  const insertPupil = db.prepare(
    `INSERT INTO do_not_film (id, group_id, initials, seat, created_at) VALUES (@id, @groupId, @initials, @seat, @now)`,
  );
  // Gone at once, not by a date: who may not be filmed is nobody's business once it no longer holds.
  const deletePupil = db.prepare('DELETE FROM do_not_film WHERE id = ?');

  const withPupils = (row: GroupRow): ClassGroup => ({
    ...row,
    doNotFilm: pupils.all(row.id).map(({ id, initials, seat }) => ({ id, initials, seat })),
  });
  return {
    list: (): ClassGroup[] => groups.all().map(withPupils),
    get(id: string): ClassGroup | undefined {
      const row = group.get(id);
      return row && withPupils(row);
    },
    insertGroup: (id: string, name: string, now: number): void => void insertGroup.run(id, name, now),
    update: (change: { id: string; name: string; note: string }): void => void update.run(change),
    setRemoved: (id: string, at: number | null): void => void setRemoved.run(at, id),
    insertPupil: (one: { id: string; groupId: string; initials: string; seat: string; now: number }): void =>
      void insertPupil.run(one),
    /** The group of a pupil on the list. */
    groupOfPupil: (id: string): string | undefined => pupil.get(id)?.group_id,
    deletePupil: (id: string): void => void deletePupil.run(id),
  };
}

export type PrivacyRepo = ReturnType<typeof createPrivacyRepo>;
