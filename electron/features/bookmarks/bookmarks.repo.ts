import type { Bookmark } from '../../../shared/contract/bookmarks.ts';
import type { Db } from '../../db/open.ts';

interface Row {
  id: string;
  recording_id: string;
  at_ms: number;
  label: string;
}

const select = 'SELECT id, recording_id, at_ms, label FROM bookmarks';

/** Flags on the moments of a recording. */
export function createBookmarksRepo(db: Db) {
  const ofRecording = db.prepare<[string], Row>(
    `${select} WHERE recording_id = ? AND removed_at IS NULL ORDER BY at_ms, id`,
  );
  const one = db.prepare<[string], Row>(`${select} WHERE id = ? AND removed_at IS NULL`);
  const insert = db.prepare(
    `INSERT INTO bookmarks (id, recording_id, at_ms, label, created_at) VALUES (@id, @recordingId, @atMs, @label, @now)`,
  );
  const rename = db.prepare('UPDATE bookmarks SET label = ? WHERE id = ?');
  const setRemoved = db.prepare('UPDATE bookmarks SET removed_at = ? WHERE id = ?');
  return {
    list: (recordingId: string): Bookmark[] => ofRecording.all(recordingId).map(fromRow),
    get(id: string): Bookmark | undefined {
      const row = one.get(id);
      return row && fromRow(row);
    },
    insert: (bookmark: Bookmark & { now: number }): void => void insert.run(bookmark),
    rename: (id: string, label: string): void => void rename.run(label, id),
    remove: (id: string, at: number): void => void setRemoved.run(at, id),
    restore: (id: string): void => void setRemoved.run(null, id),
  };
}

export type BookmarksRepo = ReturnType<typeof createBookmarksRepo>;

function fromRow(row: Row): Bookmark {
  return { id: row.id, recordingId: row.recording_id, atMs: row.at_ms, label: row.label };
}
