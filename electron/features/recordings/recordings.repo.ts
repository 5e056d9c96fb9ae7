import type { Filmstrip } from '../../../shared/contract/recordings.ts';
import type { Db } from '../../db/open.ts';
import { searchTexts } from '../../db/search-texts.ts';
import { encodeFrameIndex } from '../../media/frames/frame-index.ts';
import { mediaInfo } from '../../media/media-info.ts';
import type { Imported, NewRecording } from '../../media/new-recording.ts';
import type { Waveform } from '../../media/recording-media.ts';
import type { MediaKey } from '../../media/store/media-store.ts';

export interface RecordingRow {
  id: string;
  title: string;
  owner_id: string | null;
  filmed_by_id: string | null;
  handed_over_at: number | null;
  gaps: string;
  recorded_at: number | null;
  imported_at: number;
  media_key: string;
  size_bytes: number;
  container: string;
  duration_ms: number;
  media_info: string;
  frame_count: number;
  proxy_needed: number;
  proxy_key: string | null;
  proxy_failed: number;
  filmstrip: string | null;
  waveform: string | null;
  media_gone: number;
  fragment_count: number;
}

/** Who filmed for a colleague does not have it among their own. */
const seenBy = `(@viewerId IS NULL OR filmed_by_id IS NULL OR filmed_by_id <> @viewerId OR owner_id IS @viewerId)`;

// Everything but the frame index, which is long and only the timeline needs.
const select = `
  SELECT id, title, owner_id, filmed_by_id, handed_over_at, gaps, recorded_at, imported_at, media_key, size_bytes, container, duration_ms, media_info, frame_count,
    proxy_needed, proxy_key, proxy_failed, filmstrip, waveform, media_gone,
    (SELECT count(*) FROM fragments f WHERE f.recording_id = recordings.id AND f.removed_at IS NULL) AS fragment_count
  FROM recordings`;

/** Recordings as the library keeps them. */
export function createRecordingsRepo(db: Db) {
  const search = searchTexts(db);
  const page = db.prepare<[{ viewerId: string | null; limit: number; offset: number }], RecordingRow>(
    `${select} WHERE removed_at IS NULL AND ${seenBy} ORDER BY imported_at DESC, id DESC LIMIT @limit OFFSET @offset`,
  );
  const total = db.prepare<[{ viewerId: string | null }], { n: number }>(
    `SELECT count(*) AS n FROM recordings WHERE removed_at IS NULL AND ${seenBy}`,
  );
  const toHandOver = db.prepare<[string], RecordingRow>(
    `${select} WHERE filmed_by_id = ? AND owner_id IS NOT filmed_by_id AND handed_over_at IS NULL AND removed_at IS NULL
     ORDER BY imported_at DESC, id DESC`,
  );
  const one = db.prepare<[string], RecordingRow>(`${select} WHERE id = ? AND removed_at IS NULL`);
  const frameIndex = db.prepare<[string], { frame_index: Uint8Array }>(
    'SELECT frame_index FROM recordings WHERE id = ?',
  );
  const insert = db.prepare(
    `INSERT INTO recordings (id, title, owner_id, recorded_at, imported_at, media_key, size_bytes, sha256, container, duration_ms,
       media_info, frame_index, frame_count, proxy_needed, filmed_by_id, gaps)
     VALUES (@id, @title, @ownerId, @recordedAt, @now, @mediaKey, @sizeBytes, @sha256, @container, @durationMs,
       @mediaInfo, @frameIndex, @frameCount, @proxyNeeded, @filmedById, @gaps)`,
  );
  const insertSource = db.prepare(
    'INSERT INTO import_sources (recording_id, part, name, size_bytes, sha256) VALUES (?, ?, ?, ?, ?)',
  );
  const bySource = db.prepare<[string, number], { recording_id: string }>(
    `SELECT s.recording_id FROM import_sources s JOIN recordings r ON r.id = s.recording_id
     WHERE s.sha256 = ? AND s.size_bytes = ? AND r.removed_at IS NULL LIMIT 1`,
  );
  const sourcesOfSize = db.prepare<[number], { name: string; recording_id: string }>(
    `SELECT s.name, s.recording_id FROM import_sources s JOIN recordings r ON r.id = s.recording_id
     WHERE s.size_bytes = ? AND s.part = 0 AND r.removed_at IS NULL`,
  );
  const set = {
    title: db.prepare('UPDATE recordings SET title = ? WHERE id = ?'),
    owner: db.prepare('UPDATE recordings SET owner_id = ? WHERE id = ?'),
    handedOver: db.prepare('UPDATE recordings SET handed_over_at = ? WHERE id = ?'),
    removed: db.prepare('UPDATE recordings SET removed_at = ? WHERE id = ?'),
    filmstrip: db.prepare('UPDATE recordings SET filmstrip = ? WHERE id = ?'),
    waveform: db.prepare('UPDATE recordings SET waveform = ? WHERE id = ?'),
    proxy: db.prepare('UPDATE recordings SET proxy_key = ?, proxy_failed = 0 WHERE id = ?'),
    proxyFailed: db.prepare('UPDATE recordings SET proxy_failed = 1 WHERE id = ?'),
    mediaGone: db.prepare('UPDATE recordings SET media_gone = ? WHERE id = ?'),
  };
  const keys = db.prepare<[], { id: string; media_key: string }>('SELECT id, media_key FROM recordings');
  const putTitle = (id: string, title: string): void =>
    search.put({ kind: 'recording', subjectId: id, recordingId: id, text: title });

  return {
    page: (asked: { viewerId: string | null; limit: number; offset: number }): RecordingRow[] =>
      page.all(asked),
    total: (viewerId: string | null): number => total.get({ viewerId })?.n ?? 0,
    toHandOver: (filmedById: string): RecordingRow[] => toHandOver.all(filmedById),
    get: (id: string): RecordingRow | undefined => one.get(id),
    frameIndex: (id: string): Uint8Array | undefined => frameIndex.get(id)?.frame_index,
    /** Recording, its sources and what makes it findable, in one transaction: there whole or not at all. */
    insert: db.transaction((row: NewRecording): void => {
      insert.run({
        ...row,
        sources: undefined,
        filmed: undefined,
        filmedById: row.filmed?.byId ?? null,
        gaps: JSON.stringify(row.filmed?.gaps ?? []),
        info: undefined,
        index: undefined,
        container: row.info.container,
        mediaInfo: JSON.stringify(row.info),
        frameIndex: encodeFrameIndex(row.index),
        frameCount: row.index.times.length,
        proxyNeeded: row.proxyNeeded ? 1 : 0,
      });
      row.sources.forEach((source, part) =>
        insertSource.run(row.id, part, source.name, source.sizeBytes, source.sha256),
      );
      putTitle(row.id, row.title);
    }),
    imported(id: string): Imported | undefined {
      const row = one.get(id);
      if (!row) return undefined;
      const hasSound = mediaInfo.parse(JSON.parse(row.media_info)).audio !== null;
      return { title: row.title, hasSound, proxyNeeded: row.proxy_needed === 1 };
    },
    /** The recording that already holds these very bytes. */
    findByHash: (sha256: string, sizeBytes: number): string | undefined =>
      bySource.get(sha256, sizeBytes)?.recording_id,
    /** A recording brought in from a file of this name and size: probably the same, not proven. */
    findLikely: (name: string, sizeBytes: number): string | undefined =>
      sourcesOfSize.all(sizeBytes).find((source) => source.name === name)?.recording_id,
    rename: db.transaction((id: string, title: string): void => {
      set.title.run(title, id);
      putTitle(id, title);
    }),
    setOwner: (id: string, ownerId: string | null): void => void set.owner.run(ownerId, id),
    setHandedOver: (id: string, at: number): void => void set.handedOver.run(at, id),
    remove: db.transaction((id: string, at: number): void => {
      set.removed.run(at, id);
      search.drop('recording', id);
    }),
    restore: db.transaction((id: string): void => {
      set.removed.run(null, id);
      const row = one.get(id);
      if (row) putTitle(id, row.title);
    }),
    setFilmstrip: (id: string, made: Filmstrip): void => void set.filmstrip.run(JSON.stringify(made), id),
    setWaveform: (id: string, made: Waveform): void => void set.waveform.run(JSON.stringify(made), id),
    setProxy: (id: string, key: MediaKey): void => void set.proxy.run(key, id),
    setProxyFailed: (id: string): void => void set.proxyFailed.run(id),
    setMediaGone: (id: string, gone: boolean): void => void set.mediaGone.run(gone ? 1 : 0, id),
    mediaKeys: (): { id: string; mediaKey: string }[] =>
      keys.all().map((row) => ({ id: row.id, mediaKey: row.media_key })),
  };
}

export type RecordingsRepo = ReturnType<typeof createRecordingsRepo>;
