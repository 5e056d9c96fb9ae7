import type { Hit } from '../../../shared/contract/search.ts';
import type { Db } from '../../db/open.ts';

interface Row {
  kind: string;
  subject_id: string;
  recording_id: string | null;
  case_id: string | null;
  at_ms: number | null;
  excerpt: string;
}

/** Full-text search over everything that was made findable; diacritics are folded by the index. */
export function createSearchRepo(db: Db) {
  // Ranking reads every match: a beginning of two letters may match 100,000. The newest few thousand are plenty to rank.
  const find = db.prepare<{ query: string; limit: number }, Row>(
    `SELECT t.kind, t.subject_id, t.recording_id, t.case_id, t.at_ms,
       snippet(search_index, 0, char(0xE000), char(0xE001), '…', 14) AS excerpt
     FROM (SELECT rowid AS found FROM search_index WHERE search_index MATCH @query ORDER BY rowid DESC LIMIT 2000) newest
     JOIN search_index ON search_index.rowid = newest.found AND search_index MATCH @query
     JOIN search_texts t ON t.rowid = newest.found
     ORDER BY newest.found DESC LIMIT @limit`,
  );
  return {
    find: (query: string, limit: number): Hit[] => find.all({ query, limit }).map(fromRow),
  };
}

export type SearchRepo = ReturnType<typeof createSearchRepo>;

function fromRow(row: Row): Hit {
  return {
    kind: row.kind as Hit['kind'],
    id: row.subject_id,
    excerpt: row.excerpt,
    recordingId: row.recording_id,
    caseId: row.case_id,
    atMs: row.at_ms,
  };
}
