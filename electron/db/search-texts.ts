import type { Db } from './open.ts';

export type SearchKind =
  'observation' | 'question' | 'recording' | 'fragment' | 'case' | 'learning-question' | 'avp';

export interface SearchText {
  readonly kind: SearchKind;
  readonly subjectId: string;
  readonly recordingId?: string | null;
  readonly caseId?: string | null;
  readonly atMs?: number | null;
  readonly text: string;
}

/**
 * The one way in which nouns make their text findable. Call inside the transaction that writes the noun,
 * so that what is found and what is stored never differ.
 */
export function searchTexts(db: Db) {
  const put = db.prepare(
    `INSERT INTO search_texts (kind, subject_id, recording_id, case_id, at_ms, text)
     VALUES (@kind, @subjectId, @recordingId, @caseId, @atMs, @text)
     ON CONFLICT (kind, subject_id) DO UPDATE SET
       recording_id = excluded.recording_id, case_id = excluded.case_id, at_ms = excluded.at_ms, text = excluded.text`,
  );
  const drop = db.prepare('DELETE FROM search_texts WHERE kind = ? AND subject_id = ?');
  return {
    put(row: SearchText): void {
      put.run({ recordingId: null, caseId: null, atMs: null, ...row });
    },
    drop(kind: SearchKind, subjectId: string): void {
      drop.run(kind, subjectId);
    },
  };
}
