import { z } from 'zod';
import { avpField, type Avp } from '../../../shared/contract/avp.ts';
import type { AvpFieldId } from '../../../shared/domain/avp.ts';
import { withoutCitations } from '../../../shared/domain/citation.ts';
import type { Db } from '../../db/open.ts';
import { searchTexts } from '../../db/search-texts.ts';
import { createAvpStepsRepo } from './avp-steps.repo.ts';

interface Row {
  id: string;
  case_id: string;
  template_version: number;
  shared_with_trio: number;
  updated_at: number;
}

const fieldRow = z.object({ field: avpField, text: z.string() });

/** Plans: fields with every earlier text, and what was made findable of them. */
export function createAvpRepo(db: Db) {
  const search = searchTexts(db);
  const steps = createAvpStepsRepo(db);
  const byCase = db.prepare<[string], Row>('SELECT * FROM avps WHERE case_id = ?');
  const byId = db.prepare<[string], Row>('SELECT * FROM avps WHERE id = ?');
  const insert = db.prepare(
    'INSERT INTO avps (id, case_id, template_version, created_at, updated_at) VALUES (?, ?, ?, ?, ?)',
  );
  const touch = db.prepare('UPDATE avps SET updated_at = ? WHERE id = ?');
  const share = db.prepare('UPDATE avps SET shared_with_trio = ?, updated_at = ? WHERE id = ?');
  const fields = db.prepare<[string], { field: string; text: string }>(
    'SELECT field, text FROM avp_fields WHERE avp_id = ?',
  );
  const field = db.prepare<[string, string], { text: string; updated_at: number }>(
    'SELECT text, updated_at FROM avp_fields WHERE avp_id = ? AND field = ?',
  );
  const putField = db.prepare(
    `INSERT INTO avp_fields (avp_id, field, text, updated_at) VALUES (@id, @field, @text, @now)
     ON CONFLICT (avp_id, field) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at`,
  );
  const keepRevision = db.prepare(
    `INSERT INTO avp_field_revisions (avp_id, field, revision, text, at)
     VALUES (@id, @field, (SELECT coalesce(max(revision), 0) + 1 FROM avp_field_revisions WHERE avp_id = @id AND field = @field), @text, @at)`,
  );
  const revisions = db.prepare<[string, string], { text: string; at: number }>(
    'SELECT text, at FROM avp_field_revisions WHERE avp_id = ? AND field = ? ORDER BY revision',
  );
  const makeFindable = (id: string): void => {
    const row = byId.get(id);
    if (!row) return;
    const texts = [...fields.all(id).map((one) => one.text), ...steps.list(id).map((step) => step.text)];
    search.put({ kind: 'avp', subjectId: id, caseId: row.case_id, text: withoutCitations(texts.join(' ')) });
  };
  const whole = (row: Row): Avp => ({
    id: row.id,
    caseId: row.case_id,
    templateVersion: row.template_version,
    fields: Object.fromEntries(
      fields.all(row.id).map((one) => [fieldRow.parse(one).field, one.text]),
    ) as Avp['fields'],
    steps: steps.list(row.id),
    marks: steps.marks(row.id),
    sharedWithTrio: row.shared_with_trio === 1,
    updatedAt: row.updated_at,
  });

  return {
    ofCase(caseId: string): Avp | undefined {
      const row = byCase.get(caseId);
      return row && whole(row);
    },
    get(id: string): Avp | undefined {
      const row = byId.get(id);
      return row && whole(row);
    },
    insert: (id: string, caseId: string, templateVersion: number, now: number): void =>
      void insert.run(id, caseId, templateVersion, now, now),
    fieldBefore: (id: string, name: AvpFieldId) => field.get(id, name),
    /** @param keep the text before, when it is to be kept as a revision. */
    saveField: db.transaction(
      (
        id: string,
        name: AvpFieldId,
        text: string,
        now: number,
        keep: { text: string; at: number } | null,
      ) => {
        if (keep) keepRevision.run({ id, field: name, ...keep });
        putField.run({ id, field: name, text, now });
        touch.run(now, id);
        makeFindable(id);
      },
    ),
    fieldHistory: (id: string, name: AvpFieldId) => revisions.all(id, name),
    /** Runs a change of steps or marks together with its traces. */
    changeSteps: db.transaction((id: string, now: number, change: (repo: typeof steps) => void): void => {
      change(steps);
      touch.run(now, id);
      makeFindable(id);
    }),
    avpOfStep: steps.avpOf,
    share: (id: string, shared: boolean, now: number): void => void share.run(shared ? 1 : 0, now, id),
  };
}

export type AvpRepo = ReturnType<typeof createAvpRepo>;
