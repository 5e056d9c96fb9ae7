import { jobKind, type Job, type JobKind, type JobState } from '../../shared/contract/jobs.ts';
import type { ErrorReport } from '../../shared/contract/errors.ts';
import type { Db } from '../db/open.ts';

export interface StoredJob extends Omit<Job, 'leftMs'> {
  readonly params: unknown;
}

interface Row {
  id: string;
  kind: string;
  state: string;
  subject_id: string;
  label: string;
  params: string;
  progress: number;
  result_id: string | null;
  error: string | null;
  created_at: number;
  updated_at: number;
}

const dayMs = 86_400_000;

/** Jobs in the database: what is going on survives the app. */
export function createJobRepo(db: Db) {
  const insert = db.prepare(
    `INSERT INTO jobs (id, kind, state, subject_id, label, params, created_at, updated_at)
     VALUES (@id, @kind, 'queued', @subjectId, @label, @params, @now, @now)`,
  );
  const byId = db.prepare<[string], Row>('SELECT * FROM jobs WHERE id = ?');
  const setState = db.prepare(
    'UPDATE jobs SET state = @state, progress = @progress, result_id = @resultId, error = @error, updated_at = @now WHERE id = @id',
  );
  const open = db.prepare<[number], Row>(
    `SELECT * FROM jobs WHERE dismissed = 0 AND (state IN ('queued', 'running', 'interrupted', 'failed') OR updated_at > ?)
     ORDER BY created_at DESC LIMIT 200`,
  );
  const inState = db.prepare<[string], Row>('SELECT * FROM jobs WHERE state = ? ORDER BY created_at');
  const ofSubject = db.prepare<[string, string], Row>(
    `SELECT * FROM jobs WHERE kind = ? AND subject_id = ? AND state IN ('queued', 'running')`,
  );
  const latest = db.prepare<[string, string], Row>(
    'SELECT * FROM jobs WHERE kind = ? AND subject_id = ? AND dismissed = 0 ORDER BY created_at DESC, id DESC LIMIT 1',
  );
  const dismiss = db.prepare(
    `UPDATE jobs SET dismissed = 1 WHERE id = ? AND state NOT IN ('queued', 'running')`,
  );

  return {
    insert(job: {
      id: string;
      kind: JobKind;
      subjectId: string;
      label: string;
      params: unknown;
      now: number;
    }): void {
      insert.run({ ...job, params: JSON.stringify(job.params) });
    },
    get(id: string): StoredJob | undefined {
      const row = byId.get(id);
      return row && known(row)[0];
    },
    setState(
      id: string,
      change: {
        state: JobState;
        progress: number;
        resultId: string | null;
        error: ErrorReport | null;
        now: number;
      },
    ): void {
      setState.run({ ...change, id, error: change.error ? JSON.stringify(change.error) : null });
    },
    listOpen: (now: number): StoredJob[] => open.all(now - dayMs).flatMap(known),
    listInState: (state: JobState): StoredJob[] => inState.all(state).flatMap(known),
    listActive: (kind: JobKind, subjectId: string): StoredJob[] =>
      ofSubject.all(kind, subjectId).flatMap(known),
    latest(kind: JobKind, subjectId: string): StoredJob | undefined {
      const row = latest.get(kind, subjectId);
      return row && known(row)[0];
    },
    dismiss: (id: string): boolean => dismiss.run(id).changes > 0,
  };
}

export type JobRepo = ReturnType<typeof createJobRepo>;

/** A kind of work that only a later version knows stays in the library, untouched, until that version opens it again. */
function known(row: Row): StoredJob[] {
  const kind = jobKind.safeParse(row.kind);
  if (!kind.success) return [];
  return [
    {
      id: row.id,
      kind: kind.data,
      state: row.state as JobState,
      subjectId: row.subject_id,
      label: row.label,
      params: JSON.parse(row.params) as unknown,
      progress: row.progress,
      resultId: row.result_id,
      error: row.error ? (JSON.parse(row.error) as ErrorReport) : null,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    },
  ];
}
