import { z } from 'zod';
import { filmstrip, gap, waveform, type Recording } from '../../../shared/contract/recordings.ts';
import { mediaInfo } from '../../media/media-info.ts';
import type { RecordingRow } from './recordings.repo.ts';

/** A recording as the page sees it: no keys, no paths. */
export function recordingView(row: RecordingRow): Recording {
  const info = mediaInfo.parse(JSON.parse(row.media_info));
  const { video } = info;
  return {
    id: row.id,
    title: row.title,
    ownerId: row.owner_id,
    filmedById: row.filmed_by_id,
    handedOverAt: row.handed_over_at,
    recordedAt: row.recorded_at,
    importedAt: row.imported_at,
    durationMs: row.duration_ms,
    sizeBytes: row.size_bytes,
    container: row.container,
    video: {
      codec: video.codec,
      width: video.width,
      height: video.height,
      rotation: video.rotation,
      frameRateNum: video.frameRateNum,
      frameRateDen: video.frameRateDen,
      frameCount: row.frame_count,
      interlaced: video.interlaced,
    },
    audioCodec: info.audio?.codec ?? null,
    playability: playabilityOf(row),
    hasFilmstrip: row.filmstrip !== null,
    hasWaveform: row.waveform !== null,
    fragmentCount: row.fragment_count,
  };
}

/** The parts of a timeline that are kept as JSON. */
export function timelineParts(row: RecordingRow) {
  return {
    filmstrip: row.filmstrip === null ? null : filmstrip.parse(JSON.parse(row.filmstrip)),
    gaps: z.array(gap).parse(JSON.parse(row.gaps)),
    waveform: row.waveform === null ? null : waveform.parse(JSON.parse(row.waveform)),
  };
}

function playabilityOf(row: RecordingRow): Recording['playability'] {
  if (row.media_gone === 1) return 'missing';
  if (row.proxy_needed === 0) return 'direct';
  if (row.proxy_key !== null) return 'proxy';
  return row.proxy_failed === 1 ? 'failed' : 'preparing';
}
