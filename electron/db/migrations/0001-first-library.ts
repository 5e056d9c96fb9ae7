import type { Migration } from '../migrate.ts';

/** Times: integer ms since 1970. Media positions: integer ms from the first frame shown. Removal is a date, so it can be undone. */
export const firstLibrary: Migration = {
  version: 1,
  sql: `
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE people (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, archived INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE recordings (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  owner_id TEXT REFERENCES people(id),
  recorded_at INTEGER,
  imported_at INTEGER NOT NULL,
  media_key TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  container TEXT NOT NULL,
  duration_ms INTEGER NOT NULL,
  media_info TEXT NOT NULL,
  frame_index BLOB NOT NULL,
  frame_count INTEGER NOT NULL,
  proxy_needed INTEGER NOT NULL,
  proxy_key TEXT,
  proxy_failed INTEGER NOT NULL DEFAULT 0,
  filmstrip TEXT,
  waveform TEXT,
  media_gone INTEGER NOT NULL DEFAULT 0,
  removed_at INTEGER
) STRICT;
CREATE INDEX recordings_by_import ON recordings(imported_at DESC) WHERE removed_at IS NULL;

CREATE TABLE import_sources (
  recording_id TEXT NOT NULL REFERENCES recordings(id) ON DELETE CASCADE,
  part INTEGER NOT NULL,
  name TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (recording_id, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_sources_by_hash ON import_sources(sha256);

CREATE TABLE fragments (
  id TEXT PRIMARY KEY,
  recording_id TEXT NOT NULL REFERENCES recordings(id),
  name TEXT NOT NULL,
  in_frame INTEGER NOT NULL,
  out_frame INTEGER NOT NULL CHECK (out_frame > in_frame),
  in_ms INTEGER NOT NULL,
  out_ms INTEGER NOT NULL,
  media_key TEXT,
  file_state TEXT NOT NULL DEFAULT 'virtual',
  cut_report TEXT,
  size_bytes INTEGER,
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX fragments_by_recording ON fragments(recording_id, in_ms);

CREATE TABLE observations (
  id TEXT PRIMARY KEY,
  recording_id TEXT NOT NULL REFERENCES recordings(id),
  author_id TEXT REFERENCES people(id),
  at_ms INTEGER NOT NULL,
  until_ms INTEGER CHECK (until_ms IS NULL OR until_ms >= at_ms),
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  tag TEXT,
  drawing TEXT,
  edits INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX observations_by_moment ON observations(recording_id, at_ms, until_ms) WHERE removed_at IS NULL;

CREATE TABLE observation_revisions (
  observation_id TEXT NOT NULL REFERENCES observations(id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  author_id TEXT,
  at_ms INTEGER NOT NULL,
  until_ms INTEGER,
  tag TEXT,
  drawing TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (observation_id, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE cases (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  owner_id TEXT REFERENCES people(id),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE case_fragments (
  case_id TEXT NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  fragment_id TEXT NOT NULL REFERENCES fragments(id),
  PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_fragments_by_fragment ON case_fragments(fragment_id);

CREATE TABLE learning_questions (
  case_id TEXT NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (case_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE avps (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL UNIQUE REFERENCES cases(id) ON DELETE CASCADE,
  template_version INTEGER NOT NULL,
  shared_with_trio INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE avp_fields (
  avp_id TEXT NOT NULL REFERENCES avps(id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (avp_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE avp_field_revisions (
  avp_id TEXT NOT NULL REFERENCES avps(id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  revision INTEGER NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (avp_id, field, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE avp_steps (
  id TEXT PRIMARY KEY,
  avp_id TEXT NOT NULL REFERENCES avps(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  day TEXT,
  done_at INTEGER,
  removed_at INTEGER
) STRICT;

CREATE TABLE avp_marks (
  id TEXT PRIMARY KEY,
  avp_id TEXT NOT NULL REFERENCES avps(id) ON DELETE CASCADE,
  mark INTEGER NOT NULL CHECK (mark BETWEEN 1 AND 10),
  note TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  label TEXT NOT NULL,
  params TEXT NOT NULL,
  progress REAL NOT NULL DEFAULT 0,
  result_id TEXT,
  error TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  dismissed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX jobs_by_state ON jobs(state, created_at);

-- Search over everything: one row per searchable text, kept by the repos of each noun in the same transaction.
-- Two columns are indexed: there are many notes and few of the rest, and a lesson must be found among 100,000 notes.
CREATE TABLE search_texts (
  rowid INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  recording_id TEXT,
  case_id TEXT,
  at_ms INTEGER,
  text TEXT NOT NULL,
  note TEXT GENERATED ALWAYS AS (iif(kind IN ('observation', 'question'), text, '')) VIRTUAL,
  subject TEXT GENERATED ALWAYS AS (iif(kind IN ('observation', 'question'), '', text)) VIRTUAL,
  UNIQUE (kind, subject_id)
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5(subject, note, content='search_texts', content_rowid='rowid',
  tokenize="unicode61 remove_diacritics 2", prefix='2 3');
CREATE TRIGGER search_added AFTER INSERT ON search_texts BEGIN
  INSERT INTO search_index(rowid, subject, note) VALUES (new.rowid, new.subject, new.note);
END;
CREATE TRIGGER search_removed AFTER DELETE ON search_texts BEGIN
  INSERT INTO search_index(search_index, rowid, subject, note) VALUES ('delete', old.rowid, old.subject, old.note);
END;
CREATE TRIGGER search_changed AFTER UPDATE ON search_texts BEGIN
  INSERT INTO search_index(search_index, rowid, subject, note) VALUES ('delete', old.rowid, old.subject, old.note);
  INSERT INTO search_index(rowid, subject, note) VALUES (new.rowid, new.subject, new.note);
END;
`,
};
