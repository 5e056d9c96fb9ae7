import type { CaseSummary } from '../../../shared/contract/cases.ts';
import type { Db } from '../../db/open.ts';
import { searchTexts } from '../../db/search-texts.ts';

interface Row {
  id: string;
  title: string;
  owner_id: string | null;
  question: string | null;
  fragment_count: number;
  observation_count: number;
  created_at: number;
  updated_at: number;
}

const summary = `
  SELECT c.id, c.title, c.owner_id, c.created_at, c.updated_at,
    (SELECT text FROM learning_questions q WHERE q.case_id = c.id ORDER BY version DESC LIMIT 1) AS question,
    (SELECT count(*) FROM case_fragments f JOIN fragments p ON p.id = f.fragment_id
      WHERE f.case_id = c.id AND p.removed_at IS NULL) AS fragment_count,
    (SELECT count(DISTINCT o.rowid) FROM case_fragments f JOIN fragments p ON p.id = f.fragment_id AND p.removed_at IS NULL
      JOIN observations o ON o.recording_id = p.recording_id AND o.removed_at IS NULL AND o.at_ms <= p.out_ms
        AND coalesce(o.until_ms, o.at_ms) >= p.in_ms
      WHERE f.case_id = c.id) AS observation_count
  FROM cases c WHERE c.removed_at IS NULL`;

/** Cases with their fragments in playing order and every wording of the learning question. */
export function createCasesRepo(db: Db) {
  const search = searchTexts(db);
  const page = db.prepare<[number, number], Row>(
    `${summary} ORDER BY c.updated_at DESC, c.id LIMIT ? OFFSET ?`,
  );
  const count = db.prepare<[], number>('SELECT count(*) FROM cases WHERE removed_at IS NULL').pluck();
  const one = db.prepare<[string], Row>(`${summary} AND c.id = ?`);
  const insert = db.prepare(
    'INSERT INTO cases (id, title, owner_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?)',
  );
  const retitle = db.prepare('UPDATE cases SET title = ?, updated_at = ? WHERE id = ?');
  const touch = db.prepare('UPDATE cases SET updated_at = ? WHERE id = ?');
  const setRemoved = db.prepare('UPDATE cases SET removed_at = ? WHERE id = ?');
  const fragments = db.prepare<[string], { fragment_id: string }>(
    'SELECT fragment_id FROM case_fragments WHERE case_id = ? ORDER BY position',
  );
  const dropFragments = db.prepare('DELETE FROM case_fragments WHERE case_id = ?');
  const addFragment = db.prepare(
    'INSERT INTO case_fragments (case_id, position, fragment_id) VALUES (?, ?, ?)',
  );
  const versions = db.prepare<[string], { text: string; at: number }>(
    'SELECT text, at FROM learning_questions WHERE case_id = ? ORDER BY version',
  );
  const addVersion = db.prepare(
    `INSERT INTO learning_questions (case_id, version, text, at)
     VALUES (@id, (SELECT coalesce(max(version), 0) + 1 FROM learning_questions WHERE case_id = @id), @text, @at)`,
  );
  const setFragments = (id: string, fragmentIds: readonly string[]): void => {
    dropFragments.run(id);
    fragmentIds.forEach((fragmentId, position) => addFragment.run(id, position, fragmentId));
  };
  const makeFindable = (id: string): void => {
    const row = one.get(id);
    if (!row) return;
    search.put({ kind: 'case', subjectId: id, caseId: id, text: row.title });
    if (row.question)
      search.put({ kind: 'learning-question', subjectId: id, caseId: id, text: row.question });
  };

  return {
    list: (limit: number, offset: number): CaseSummary[] => page.all(limit, offset).map(fromRow),
    count: (): number => count.get() ?? 0,
    get(id: string): CaseSummary | undefined {
      const row = one.get(id);
      return row && fromRow(row);
    },
    fragmentIds: (id: string): string[] => fragments.all(id).map((row) => row.fragment_id),
    questionVersions: (id: string) => versions.all(id),
    insert: db.transaction(
      (row: {
        id: string;
        title: string;
        ownerId: string | null;
        fragmentIds: readonly string[];
        question: string;
        now: number;
      }): void => {
        insert.run(row.id, row.title, row.ownerId, row.now, row.now);
        setFragments(row.id, row.fragmentIds);
        if (row.question !== '') addVersion.run({ id: row.id, text: row.question, at: row.now });
        makeFindable(row.id);
      },
    ),
    rename: db.transaction((id: string, title: string, now: number): void => {
      retitle.run(title, now, id);
      makeFindable(id);
    }),
    addQuestionVersion: db.transaction((id: string, text: string, now: number): void => {
      addVersion.run({ id, text, at: now });
      touch.run(now, id);
      makeFindable(id);
    }),
    setFragments: db.transaction((id: string, fragmentIds: readonly string[], now: number): void => {
      setFragments(id, fragmentIds);
      touch.run(now, id);
    }),
    remove: db.transaction((id: string, now: number): void => {
      setRemoved.run(now, id);
      search.drop('case', id);
      search.drop('learning-question', id);
    }),
    restore: db.transaction((id: string): void => {
      setRemoved.run(null, id);
      makeFindable(id);
    }),
  };
}

export type CasesRepo = ReturnType<typeof createCasesRepo>;

function fromRow(row: Row): CaseSummary {
  return {
    id: row.id,
    title: row.title,
    ownerId: row.owner_id,
    question: row.question ?? '',
    fragmentCount: row.fragment_count,
    observationCount: row.observation_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
