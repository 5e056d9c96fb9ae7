import type { Migration } from '../migrate.ts';

/**
 * Filming: a lesson being recorded is a row before its first byte is on disk, so that nothing of it can be lost.
 * Segments follow each other on the recording; the pause between two is a gap, kept with the recording.
 */
export const filming: Migration = {
  version: 2,
  sql: `
CREATE TABLE class_groups (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE do_not_film (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES class_groups(id) ON DELETE CASCADE,
  initials TEXT NOT NULL,
  seat TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX do_not_film_by_group ON do_not_film(group_id, created_at);

CREATE TABLE filmings (
  id TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  title TEXT NOT NULL,
  owner_id TEXT REFERENCES people(id),
  filmed_by_id TEXT REFERENCES people(id),
  group_id TEXT REFERENCES class_groups(id),
  planned_ms INTEGER,
  bits_per_second INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  end_reason TEXT,
  recording_id TEXT REFERENCES recordings(id) ON DELETE CASCADE
) STRICT;
CREATE INDEX filmings_unfinished ON filmings(started_at) WHERE recording_id IS NULL;

CREATE TABLE filming_segments (
  id TEXT PRIMARY KEY,
  filming_id TEXT NOT NULL REFERENCES filmings(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  media_key TEXT NOT NULL,
  mime_type TEXT NOT NULL,
  reason TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  gap_ms INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL DEFAULT 0,
  saved_ms INTEGER NOT NULL DEFAULT 0,
  UNIQUE (filming_id, position)
) STRICT;

CREATE TABLE filming_flags (
  id TEXT PRIMARY KEY,
  filming_id TEXT NOT NULL REFERENCES filmings(id) ON DELETE CASCADE,
  segment_id TEXT NOT NULL REFERENCES filming_segments(id) ON DELETE CASCADE,
  offset_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX filming_flags_by_filming ON filming_flags(filming_id);

CREATE TABLE bookmarks (
  id TEXT PRIMARY KEY,
  recording_id TEXT NOT NULL REFERENCES recordings(id) ON DELETE CASCADE,
  at_ms INTEGER NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX bookmarks_by_moment ON bookmarks(recording_id, at_ms) WHERE removed_at IS NULL;

ALTER TABLE recordings ADD COLUMN gaps TEXT NOT NULL DEFAULT '[]';
ALTER TABLE recordings ADD COLUMN filmed_by_id TEXT REFERENCES people(id);
ALTER TABLE recordings ADD COLUMN handed_over_at INTEGER;
`,
};
