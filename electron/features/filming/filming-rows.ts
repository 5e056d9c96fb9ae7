/** A filming as the database keeps it, with what its segments and flags add up to. */
export interface FilmingRow {
  id: string;
  state: string;
  title: string;
  owner_id: string | null;
  filmed_by_id: string | null;
  planned_ms: number | null;
  bits_per_second: number;
  started_at: number;
  ended_at: number | null;
  end_reason: string | null;
  recording_id: string | null;
  saved_ms: number;
  size_bytes: number;
  segments: number;
  flags: number;
}

/** One file of a lesson, from where the recorder started to where it stopped. */
export interface SegmentRow {
  id: string;
  filming_id: string;
  position: number;
  media_key: string;
  mime_type: string;
  reason: string;
  started_at: number;
  /** Time before it in which nothing was filmed, in ms. */
  gap_ms: number;
  size_bytes: number;
  saved_ms: number;
}

export interface FlagRow {
  id: string;
  segment_id: string;
  offset_ms: number;
}
