import type { FilmingRow, FlagRow, SegmentRow } from './filming-rows.ts';
import type { Db } from '../../db/open.ts';

const select = `
  SELECT f.*,
    (SELECT coalesce(sum(saved_ms), 0) FROM filming_segments s WHERE s.filming_id = f.id) AS saved_ms,
    (SELECT coalesce(sum(size_bytes), 0) FROM filming_segments s WHERE s.filming_id = f.id) AS size_bytes,
    (SELECT count(*) FROM filming_segments s WHERE s.filming_id = f.id AND s.size_bytes > 0) AS segments,
    (SELECT count(*) FROM filming_flags g WHERE g.filming_id = f.id) AS flags
  FROM filmings f`;

/** Lessons being filmed, their segments on disk, and the flags dropped. */
export function createFilmingRepo(db: Db) {
  const open = db.prepare<[], FilmingRow>(
    `${select} WHERE f.recording_id IS NULL AND f.state <> 'discarded' ORDER BY f.started_at DESC, f.id DESC`,
  );
  const one = db.prepare<[string], FilmingRow>(`${select} WHERE f.id = ?`);
  const insert = db.prepare(
    `INSERT INTO filmings (id, state, title, owner_id, filmed_by_id, group_id, planned_ms, bits_per_second, started_at)
     VALUES (@id, 'filming', @title, @ownerId, @filmedById, @groupId, @plannedMs, @bitsPerSecond, @now)`,
  );
  const setState = db.prepare('UPDATE filmings SET state = ? WHERE id = ?');
  const end = db.prepare(
    'UPDATE filmings SET state = @state, ended_at = @at, end_reason = @reason WHERE id = @id',
  );
  const setRecording = db.prepare(`UPDATE filmings SET state = 'done', recording_id = ? WHERE id = ?`);
  const remove = db.prepare('DELETE FROM filmings WHERE id = ?');
  const insertSegment = db.prepare(
    `INSERT INTO filming_segments (id, filming_id, position, media_key, mime_type, reason, started_at, gap_ms)
     VALUES (@id, @filmingId,
       (SELECT count(*) FROM filming_segments WHERE filming_id = @filmingId), @mediaKey, @mimeType, @reason, @now, @gapMs)`,
  );
  const setSaved = db.prepare(
    'UPDATE filming_segments SET size_bytes = @sizeBytes, saved_ms = @savedMs WHERE id = @id',
  );
  const endSegment = db.prepare('UPDATE filming_segments SET ended_at = ? WHERE id = ?');
  const segments = db.prepare<[string], SegmentRow>(
    'SELECT * FROM filming_segments WHERE filming_id = ? ORDER BY position',
  );
  const segment = db.prepare<[string], SegmentRow>('SELECT * FROM filming_segments WHERE id = ?');
  const keys = db.prepare<[], { media_key: string }>('SELECT media_key FROM filming_segments');
  const removeSegments = db.prepare('DELETE FROM filming_segments WHERE filming_id = ?');
  const over = db.prepare<[], { id: string }>(
    `SELECT DISTINCT f.id FROM filmings f LEFT JOIN filming_segments s ON s.filming_id = f.id
     WHERE f.state = 'discarded' OR (f.state = 'done' AND s.id IS NOT NULL)`,
  );
  const insertFlag = db.prepare(
    'INSERT INTO filming_flags (id, filming_id, segment_id, offset_ms) VALUES (@id, @filmingId, @segmentId, @offsetMs)',
  );
  const flags = db.prepare<[string], FlagRow>(
    'SELECT * FROM filming_flags WHERE filming_id = ? ORDER BY segment_id, offset_ms',
  );

  return {
    /** Those that are not a recording yet, newest first. */
    open: (): FilmingRow[] => open.all(),
    get: (id: string): FilmingRow | undefined => one.get(id),
    insert: (row: {
      id: string;
      title: string;
      ownerId: string | null;
      filmedById: string | null;
      groupId: string | null;
      plannedMs: number | null;
      bitsPerSecond: number;
      now: number;
    }): void => void insert.run(row),
    setState: (id: string, state: string): void => void setState.run(state, id),
    end: (row: { id: string; state: string; reason: string; at: number }): void => void end.run(row),
    /** The recording and everything that comes with it, and that this filming is done: all of it or nothing. */
    finish: db.transaction((id: string, recordingId: string, makeRecording: () => void): void => {
      makeRecording();
      setRecording.run(recordingId, id);
    }),
    remove: (id: string): void => void remove.run(id),
    insertSegment: (row: {
      id: string;
      filmingId: string;
      mediaKey: string;
      mimeType: string;
      reason: string;
      gapMs: number;
      now: number;
    }): void => void insertSegment.run(row),
    setSaved: (row: { id: string; sizeBytes: number; savedMs: number }): void => void setSaved.run(row),
    endSegment: (id: string, at: number): void => void endSegment.run(at, id),
    /** In order of filming. */
    segments: (filmingId: string): SegmentRow[] => segments.all(filmingId),
    segment: (id: string): SegmentRow | undefined => segment.get(id),
    mediaKeys: (): string[] => keys.all().map((row) => row.media_key),
    /** Their files are gone. */
    removeSegments: (filmingId: string): void => void removeSegments.run(filmingId),
    /** Those that need their segments no more but still have them. */
    over: (): string[] => over.all().map(({ id }) => id),
    insertFlag: (row: { id: string; filmingId: string; segmentId: string; offsetMs: number }): void =>
      void insertFlag.run(row),
    flags: (filmingId: string): FlagRow[] => flags.all(filmingId),
  };
}

export type FilmingRepo = ReturnType<typeof createFilmingRepo>;
