import type { Avp } from '../../../shared/contract/avp.ts';
import type { Db } from '../../db/open.ts';

type Step = Avp['steps'][number];

interface StepRow {
  id: string;
  text: string;
  day: string | null;
  done_at: number | null;
  position: number;
}

/** The small steps of a plan, each with a day, and the marks given over time. */
export function createAvpStepsRepo(db: Db) {
  const list = db.prepare<[string], StepRow>(
    'SELECT id, text, day, done_at, position FROM avp_steps WHERE avp_id = ? AND removed_at IS NULL ORDER BY position',
  );
  const owner = db.prepare<[string], { avp_id: string }>('SELECT avp_id FROM avp_steps WHERE id = ?');
  const one = db.prepare<[string], StepRow>(
    'SELECT id, text, day, done_at, position FROM avp_steps WHERE id = ?',
  );
  const insert = db.prepare(
    `INSERT INTO avp_steps (id, avp_id, position, text, day)
     VALUES (@id, @avpId, (SELECT coalesce(max(position), 0) + 1 FROM avp_steps WHERE avp_id = @avpId), @text, @day)`,
  );
  const update = db.prepare(
    'UPDATE avp_steps SET text = @text, day = @day, done_at = @doneAt WHERE id = @id',
  );
  const setRemoved = db.prepare('UPDATE avp_steps SET removed_at = ? WHERE id = ?');
  const marks = db.prepare<[string], Avp['marks'][number]>(
    'SELECT id, mark, at, note FROM avp_marks WHERE avp_id = ? ORDER BY at, id',
  );
  const addMark = db.prepare(
    'INSERT INTO avp_marks (id, avp_id, mark, note, at) VALUES (@id, @avpId, @mark, @note, @now)',
  );
  return {
    list: (avpId: string): Step[] => list.all(avpId).map(fromRow),
    get(id: string): Step | undefined {
      const row = one.get(id);
      return row && fromRow(row);
    },
    avpOf: (stepId: string): string | undefined => owner.get(stepId)?.avp_id,
    insert: (step: { id: string; avpId: string; text: string; day: string | null }): void =>
      void insert.run(step),
    update: (step: Pick<Step, 'id' | 'text' | 'day' | 'doneAt'>): void => void update.run(step),
    setRemoved: (id: string, at: number | null): void => void setRemoved.run(at, id),
    marks: (avpId: string) => marks.all(avpId),
    addMark: (mark: { id: string; avpId: string; mark: number; note: string; now: number }): void =>
      void addMark.run(mark),
  };
}

function fromRow(row: StepRow): Step {
  return { id: row.id, text: row.text, day: row.day, doneAt: row.done_at, position: row.position };
}
