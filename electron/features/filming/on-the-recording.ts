import { segmentReason } from '../../../shared/contract/filming.ts';
import type { Gap } from '../../../shared/contract/recordings.ts';
import { momentOf, type PlacedSegment } from '../../../shared/domain/filming.ts';
import type { FlagRow, SegmentRow } from './filming-rows.ts';

/** Where nothing was filmed, on the recording that the segments became. @param places of the same rows, in order. */
export function gapsOf(rows: readonly SegmentRow[], places: readonly PlacedSegment[]): Gap[] {
  return rows.flatMap((row, place) => {
    // Before the first picture nothing is missing: there the lesson begins.
    if (place === 0) return [];
    const atMs = Math.round(places[place]?.startMs ?? 0);
    return [{ atMs, lengthMs: row.gap_ms, reason: segmentReason.parse(row.reason) }];
  });
}

/** The flags dropped while filming, at their moments of the recording. */
export function flagMoments(
  flags: readonly FlagRow[],
  rows: readonly SegmentRow[],
  places: readonly PlacedSegment[],
): { id: string; atMs: number }[] {
  return flags.flatMap((flag) => {
    const segment = places[rows.findIndex(({ id }) => id === flag.segment_id)];
    // A flag whose segment's file is gone has no moment to stand on.
    return segment ? [{ id: flag.id, atMs: momentOf(segment, flag.offset_ms) }] : [];
  });
}
