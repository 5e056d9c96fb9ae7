import {
  drawing,
  type Observation,
  type ObservationKind,
  type ObservationVersion,
} from '../../../shared/contract/observations.ts';
import type { Db } from '../../db/open.ts';
import { searchTexts } from '../../db/search-texts.ts';

interface Row {
  id: string;
  recording_id: string;
  author_id: string | null;
  at_ms: number;
  until_ms: number | null;
  kind: string;
  text: string;
  tag: string | null;
  drawing: string | null;
  edits: number;
  created_at: number;
  updated_at: number;
}

type RevisionRow = Pick<Row, 'text' | 'kind' | 'tag' | 'at_ms' | 'until_ms' | 'drawing'> & { at: number };

const columns =
  'id, recording_id, author_id, at_ms, until_ms, kind, text, tag, drawing, edits, created_at, updated_at';

/** Time-coded observations and open questions, each earlier wording of them, and how they are found. */
export function createObservationsRepo(db: Db) {
  const search = searchTexts(db);
  const inRange = db.prepare<{ recordingId: string; fromMs: number; toMs: number }, Row>(
    `SELECT ${columns} FROM observations
     WHERE recording_id = @recordingId AND removed_at IS NULL AND at_ms <= @toMs AND coalesce(until_ms, at_ms) >= @fromMs
     ORDER BY at_ms, created_at`,
  );
  const one = db.prepare<[string], Row>(
    `SELECT ${columns} FROM observations WHERE id = ? AND removed_at IS NULL`,
  );
  const insert = db.prepare(
    `INSERT INTO observations (${columns})
     VALUES (@id, @recordingId, @authorId, @atMs, @untilMs, @kind, @text, @tag, @drawing, 0, @createdAt, @updatedAt)`,
  );
  const update = db.prepare(
    `UPDATE observations SET author_id = @authorId, at_ms = @atMs, until_ms = @untilMs, kind = @kind, text = @text, tag = @tag,
       drawing = @drawing, edits = @edits, updated_at = @updatedAt WHERE id = @id`,
  );
  const keepRevision = db.prepare(
    `INSERT INTO observation_revisions (observation_id, revision, text, kind, author_id, at_ms, until_ms, tag, drawing, at)
     VALUES (@id, (SELECT coalesce(max(revision), -1) + 1 FROM observation_revisions WHERE observation_id = @id),
       @text, @kind, @authorId, @atMs, @untilMs, @tag, @drawing, @updatedAt)`,
  );
  const revisions = db.prepare<[string], RevisionRow>(
    `SELECT text, kind, at, tag, at_ms, until_ms, drawing FROM observation_revisions
     WHERE observation_id = ? ORDER BY revision`,
  );
  const setRemoved = db.prepare('UPDATE observations SET removed_at = @at WHERE id = @id');
  const tags = db.prepare<[], { tag: string }>(
    'SELECT tag FROM observations WHERE tag IS NOT NULL AND removed_at IS NULL GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 50',
  );

  const makeFindable = (row: Observation): void => {
    // A kind may change from observation to question: the other entry goes.
    search.drop('observation', row.id);
    search.drop('question', row.id);
    const text = row.tag ? `${row.text} ${row.tag}` : row.text;
    search.put({ kind: row.kind, subjectId: row.id, recordingId: row.recordingId, atMs: row.atMs, text });
  };

  return {
    list: (recordingId: string, fromMs: number, toMs: number): Observation[] =>
      inRange.all({ recordingId, fromMs, toMs }).map(fromRow),
    get(id: string): Observation | undefined {
      const row = one.get(id);
      return row && fromRow(row);
    },
    insert: db.transaction((row: Observation): void => {
      insert.run(asRow(row));
      makeFindable(row);
    }),
    /** Keeps what it was before as a revision, whole: also a drawing, a tag or a moment can be given up by mistake. */
    update: db.transaction((before: Observation, after: Observation): void => {
      keepRevision.run(asRow(before));
      update.run(asRow(after));
      makeFindable(after);
    }),
    history: (id: string): ObservationVersion[] => revisions.all(id).map(versionFromRow),
    remove: db.transaction((id: string, at: number): void => {
      setRemoved.run({ id, at });
      search.drop('observation', id);
      search.drop('question', id);
    }),
    restore: db.transaction((id: string): Observation | undefined => {
      setRemoved.run({ id, at: null });
      const row = one.get(id);
      if (!row) return undefined;
      makeFindable(fromRow(row));
      return fromRow(row);
    }),
    tags: (): string[] => tags.all().map((row) => row.tag),
  };
}

export type ObservationsRepo = ReturnType<typeof createObservationsRepo>;

function asRow(row: Observation) {
  return { ...row, drawing: row.drawing && JSON.stringify(row.drawing) };
}

function versionFromRow(row: RevisionRow): ObservationVersion {
  return {
    text: row.text,
    kind: row.kind as ObservationKind,
    at: row.at,
    tag: row.tag,
    atMs: row.at_ms,
    untilMs: row.until_ms,
    drawing: drawingOf(row.drawing),
  };
}

function drawingOf(stored: string | null): Observation['drawing'] {
  return stored === null ? null : drawing.parse(JSON.parse(stored));
}

function fromRow(row: Row): Observation {
  return {
    id: row.id,
    recordingId: row.recording_id,
    authorId: row.author_id,
    atMs: row.at_ms,
    untilMs: row.until_ms,
    kind: row.kind as ObservationKind,
    text: row.text,
    tag: row.tag,
    drawing: drawingOf(row.drawing),
    edits: row.edits,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
