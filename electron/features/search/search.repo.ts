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

/** Ranking reads every match, and two letters may match 100,000 notes: above this many, the newest come first. */
const mostRanked = 2000;

type Column = 'subject' | 'note';
type Order = 'rank' | 'search_index.rowid DESC';

/** Full-text search over everything that was made findable; diacritics are folded by the index. */
export function createSearchRepo(db: Db) {
  // What belongs to a removed recording or case cannot be jumped to; it is back when that is put back.
  const find = (column: Column, order: Order) =>
    db.prepare<{ query: string; limit: number }, Row>(
      `SELECT t.kind, t.subject_id, t.recording_id, t.case_id, t.at_ms,
         snippet(search_index, -1, char(0xE000), char(0xE001), '…', 14) AS excerpt
       FROM search_index JOIN search_texts t ON t.rowid = search_index.rowid
       LEFT JOIN recordings r ON r.id = t.recording_id LEFT JOIN cases c ON c.id = t.case_id
       WHERE search_index MATCH '${column} : (' || @query || ')' AND r.removed_at IS NULL AND c.removed_at IS NULL
       ORDER BY ${order} LIMIT @limit`,
    );
  const subjects = find('subject', 'rank');
  const bestNotes = find('note', 'rank');
  const newestNotes = find('note', 'search_index.rowid DESC');
  const countNotes = db.prepare<{ query: string }, { n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM search_index WHERE search_index MATCH 'note : (' || @query || ')'
     LIMIT ${mostRanked})`,
  );
  return {
    /**
     * Recordings, fragments, cases and plans first, best first; then notes, best first. When there is more than fits,
     * the first may take half of the places.
     */
    find(query: string, limit: number): Hit[] {
      const many = (countNotes.get({ query })?.n ?? 0) === mostRanked;
      const notes = (many ? newestNotes : bestNotes).all({ query, limit });
      const others = subjects.all({ query, limit });
      const places = Math.max(Math.ceil(limit / 2), limit - notes.length);
      return [...others.slice(0, places), ...notes].slice(0, limit).map(fromRow);
    },
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
