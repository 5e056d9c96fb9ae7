import { cutMode, fragmentFile, type Fragment } from '../../../shared/contract/fragments.ts';
import type { Db } from '../../db/open.ts';
import { searchTexts } from '../../db/search-texts.ts';
import type { CutReport } from '../../media/cut/cut-fragment.ts';
import type { MediaKey } from '../../media/store/media-store.ts';

interface Row {
  id: string;
  recording_id: string;
  name: string;
  in_frame: number;
  out_frame: number;
  in_ms: number;
  out_ms: number;
  media_key: string | null;
  file_state: string;
  cut_report: string | null;
  size_bytes: number | null;
  created_at: number;
}

export interface FragmentEnds {
  readonly inFrame: number;
  readonly outFrame: number;
  readonly inMs: number;
  readonly outMs: number;
}

/** Fragments: two numbers on a recording, and the file that was cut of them. */
export function createFragmentsRepo(db: Db) {
  const search = searchTexts(db);
  const ofRecording = db.prepare<[string], Row>(
    'SELECT * FROM fragments WHERE recording_id = ? AND removed_at IS NULL ORDER BY in_ms, id',
  );
  const one = db.prepare<[string], Row>('SELECT * FROM fragments WHERE id = ? AND removed_at IS NULL');
  const insert = db.prepare(
    `INSERT INTO fragments (id, recording_id, name, in_frame, out_frame, in_ms, out_ms, created_at)
     VALUES (@id, @recordingId, @name, @inFrame, @outFrame, @inMs, @outMs, @now)`,
  );
  const rename = db.prepare('UPDATE fragments SET name = ? WHERE id = ?');
  const move = db.prepare(
    `UPDATE fragments SET in_frame = @inFrame, out_frame = @outFrame, in_ms = @inMs, out_ms = @outMs, file_state = 'virtual' WHERE id = @id`,
  );
  const setState = db.prepare('UPDATE fragments SET file_state = ? WHERE id = ?');
  const setFile = db.prepare(
    `UPDATE fragments SET media_key = @key, cut_report = @report, size_bytes = @sizeBytes, file_state = 'ready'
     WHERE id = @id AND in_frame = @inFrame AND out_frame = @outFrame`,
  );
  const setRemoved = db.prepare('UPDATE fragments SET removed_at = ? WHERE id = ?');
  const keys = db.prepare<[], { media_key: string }>(
    'SELECT media_key FROM fragments WHERE media_key IS NOT NULL',
  );
  const makeFindable = (id: string): void => {
    const row = one.get(id);
    if (row)
      search.put({
        kind: 'fragment',
        subjectId: id,
        recordingId: row.recording_id,
        atMs: row.in_ms,
        text: row.name,
      });
  };
  const get = (id: string): Fragment | undefined => {
    const row = one.get(id);
    return row && fromRow(row);
  };

  return {
    list: (recordingId: string): Fragment[] => ofRecording.all(recordingId).map(fromRow),
    get,
    /** Those that still exist, in the order asked. */
    byIds: (ids: readonly string[]): Fragment[] => ids.flatMap((id) => get(id) ?? []),
    mediaKey: (id: string): MediaKey | null => one.get(id)?.media_key ?? null,
    report(id: string): CutReport | null {
      const text = one.get(id)?.cut_report;
      return text ? (JSON.parse(text) as CutReport) : null;
    },
    insert: db.transaction(
      (row: FragmentEnds & { id: string; recordingId: string; name: string; now: number }): void => {
        insert.run(row);
        makeFindable(row.id);
      },
    ),
    rename: db.transaction((id: string, name: string): void => {
      rename.run(name, id);
      makeFindable(id);
    }),
    move: db.transaction((id: string, ends: FragmentEnds): void => {
      move.run({ id, ...ends });
      makeFindable(id);
    }),
    setState: (id: string, state: Fragment['file']): void => void setState.run(state, id),
    /** @returns false when the ends were moved while the file was being cut: then it is not this fragment's. */
    setFile: (id: string, key: MediaKey, report: CutReport, sizeBytes: number): boolean =>
      setFile.run({ id, key, report: JSON.stringify(report), sizeBytes, ...report.requested }).changes > 0,
    remove: db.transaction((id: string, at: number): void => {
      setRemoved.run(at, id);
      search.drop('fragment', id);
    }),
    restore: db.transaction((id: string): void => {
      setRemoved.run(null, id);
      makeFindable(id);
    }),
    mediaKeys: (): MediaKey[] => keys.all().map((row) => row.media_key),
  };
}

export type FragmentsRepo = ReturnType<typeof createFragmentsRepo>;

function fromRow(row: Row): Fragment {
  const report =
    row.cut_report === null || row.file_state !== 'ready'
      ? null
      : (JSON.parse(row.cut_report) as Partial<CutReport>);
  return {
    id: row.id,
    recordingId: row.recording_id,
    name: row.name,
    inFrame: row.in_frame,
    outFrame: row.out_frame,
    inMs: row.in_ms,
    outMs: row.out_ms,
    file: fragmentFile.parse(row.file_state),
    mode: report?.mode ? cutMode.parse(report.mode) : null,
    fallbackReason: report?.fallbackReason ?? null,
    sizeBytes: row.size_bytes,
    createdAt: row.created_at,
  };
}
