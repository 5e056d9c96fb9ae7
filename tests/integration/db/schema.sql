CREATE INDEX bookmarks_by_moment ON bookmarks(recording_id, at_ms) WHERE removed_at IS NULL;

CREATE INDEX case_fragments_by_fragment ON case_fragments(fragment_id);

CREATE INDEX do_not_film_by_group ON do_not_film(group_id, created_at);

CREATE INDEX filming_flags_by_filming ON filming_flags(filming_id);

CREATE INDEX filmings_unfinished ON filmings(started_at) WHERE recording_id IS NULL;

CREATE INDEX fragments_by_recording ON fragments(recording_id, in_ms);

CREATE INDEX import_sources_by_hash ON import_sources(sha256);

CREATE INDEX jobs_by_state ON jobs(state, created_at);

CREATE INDEX observations_by_moment ON observations(recording_id, at_ms, until_ms) WHERE removed_at IS NULL;

CREATE INDEX recordings_by_import ON recordings(imported_at DESC) WHERE removed_at IS NULL;

CREATE TABLE avp_field_revisions (
  avp_id TEXT NOT NULL REFERENCES avps(id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  revision INTEGER NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (avp_id, field, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE avp_fields (
  avp_id TEXT NOT NULL REFERENCES avps(id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (avp_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE avp_marks (
  id TEXT PRIMARY KEY,
  avp_id TEXT NOT NULL REFERENCES avps(id) ON DELETE CASCADE,
  mark INTEGER NOT NULL CHECK (mark BETWEEN 1 AND 10),
  note TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE avp_steps (
  id TEXT PRIMARY KEY,
  avp_id TEXT NOT NULL REFERENCES avps(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  day TEXT,
  done_at INTEGER,
  removed_at INTEGER
) STRICT;

CREATE TABLE avps (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL UNIQUE REFERENCES cases(id) ON DELETE CASCADE,
  template_version INTEGER NOT NULL,
  shared_with_trio INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE bookmarks (
  id TEXT PRIMARY KEY,
  recording_id TEXT NOT NULL REFERENCES recordings(id) ON DELETE CASCADE,
  at_ms INTEGER NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE case_fragments (
  case_id TEXT NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  fragment_id TEXT NOT NULL REFERENCES fragments(id),
  PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE cases (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  owner_id TEXT REFERENCES people(id),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

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

CREATE TABLE filming_flags (
  id TEXT PRIMARY KEY,
  filming_id TEXT NOT NULL REFERENCES filmings(id) ON DELETE CASCADE,
  segment_id TEXT NOT NULL REFERENCES filming_segments(id) ON DELETE CASCADE,
  offset_ms INTEGER NOT NULL
) STRICT;

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

CREATE TABLE import_sources (
  recording_id TEXT NOT NULL REFERENCES recordings(id) ON DELETE CASCADE,
  part INTEGER NOT NULL,
  name TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (recording_id, part)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE learning_questions (
  case_id TEXT NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (case_id, version)
) STRICT, WITHOUT ROWID;

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
, gaps TEXT NOT NULL DEFAULT '[]', filmed_by_id TEXT REFERENCES people(id), handed_over_at INTEGER) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5(subject, note, content='search_texts', content_rowid='rowid',
  tokenize="unicode61 remove_diacritics 2", prefix='2 3');

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

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TRIGGER search_added AFTER INSERT ON search_texts BEGIN
  INSERT INTO search_index(rowid, subject, note) VALUES (new.rowid, new.subject, new.note);
END;

CREATE TRIGGER search_changed AFTER UPDATE ON search_texts BEGIN
  INSERT INTO search_index(search_index, rowid, subject, note) VALUES ('delete', old.rowid, old.subject, old.note);
  INSERT INTO search_index(rowid, subject, note) VALUES (new.rowid, new.subject, new.note);
END;

CREATE TRIGGER search_removed AFTER DELETE ON search_texts BEGIN
  INSERT INTO search_index(search_index, rowid, subject, note) VALUES ('delete', old.rowid, old.subject, old.note);
END