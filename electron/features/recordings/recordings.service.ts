import { AppError } from '../../../shared/contract/errors.ts';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { Recording } from '../../../shared/contract/recordings.ts';
import type { Broadcast } from '../../ipc/broadcast.ts';
import { decodeFrameIndex } from '../../media/frames/frame-index.ts';
import { mediaInfo } from '../../media/media-info.ts';
import type { RecordedMedia, RecordingMedia } from '../../media/recording-media.ts';
import type { MediaStore } from '../../media/store/media-store.ts';
import { recordingView, timelineParts } from './recording-view.ts';
import type { RecordingRow, RecordingsRepo } from './recordings.repo.ts';

export interface RecordingsDependencies {
  readonly repo: RecordingsRepo;
  readonly store: Pick<MediaStore, 'size'>;
  readonly broadcast: Broadcast;
  /** Who sits behind the laptop, by the settings. */
  readonly whoIsHere: () => string | null;
}

/** Recordings of lessons: shown, renamed, removed (and brought back), and what their timeline needs. */
export function createRecordingsService({ repo, store, broadcast, whoIsHere }: RecordingsDependencies) {
  /** @throws AppError `not-found`. */
  const row = (id: string): RecordingRow => {
    const found = repo.get(id);
    if (!found) throw new AppError('not-found');
    return found;
  };
  const changed = (id: string): void => broadcast.changed('recordings', [id]);
  const after = (id: string): Recording => {
    changed(id);
    return recordingView(row(id));
  };
  const getMedia = (id: string): RecordedMedia => {
    const found = row(id);
    const index = repo.frameIndex(id);
    if (!index) throw new AppError('not-found');
    return {
      mediaKey: found.media_key,
      info: mediaInfo.parse(JSON.parse(found.media_info)),
      index: decodeFrameIndex(index),
    };
  };
  const media: RecordingMedia = {
    getMedia,
    saveFilmstrip(id, made) {
      repo.setFilmstrip(id, made);
      changed(id);
    },
    saveWaveform(id, made) {
      repo.setWaveform(id, made);
      changed(id);
    },
    saveProxy(id, key) {
      repo.setProxy(id, key);
      changed(id);
    },
    proxyFailed(id) {
      repo.setProxyFailed(id);
      changed(id);
    },
  };

  return {
    media,
    list({ viewerId = whoIsHere(), limit, offset }: Parsed<'recordings', 'list'>) {
      const items = repo.page({ viewerId, limit, offset }).map(recordingView);
      return { items, total: repo.total(viewerId) };
    },
    toHandOver: (filmedById: string) => repo.toHandOver(filmedById).map(recordingView),
    /**
     * Marks that the owner has it. The file that carries it to another laptop is made elsewhere; whoever makes it calls
     * this when the owner's laptop has said that all of it arrived, and may then destroy the copy here.
     */
    handOver(id: string): Recording {
      if (row(id).handed_over_at === null) repo.setHandedOver(id, Date.now());
      return after(id);
    },
    /** Looks whether the file is still there, so that a removed drive shows as missing instead of a black picture. */
    async get(id: string): Promise<Recording> {
      const found = row(id);
      const gone = (await store.size(found.media_key)) === null;
      if (gone !== (found.media_gone === 1)) {
        repo.setMediaGone(id, gone);
        return after(id);
      }
      return recordingView(found);
    },
    timeline(id: string): Output<'recordings', 'timeline'> {
      const found = row(id);
      const { index } = getMedia(id);
      const times = (frames: Iterable<number>): number[] =>
        Array.from(frames, (tick) => Math.round(tick * index.tickMs * 1000) / 1000);
      const keyframesMs = times(Array.from(index.keyframes, (frame) => index.times[frame] ?? 0));
      return {
        recordingId: id,
        ...timelineParts(found),
        keyframesMs,
        frameTimesMs: index.constant ? null : times(index.times),
      };
    },
    rename(id: string, title: string): Recording {
      row(id);
      repo.rename(id, title);
      return after(id);
    },
    setOwner(id: string, ownerId: string | null): Recording {
      row(id);
      repo.setOwner(id, ownerId);
      return after(id);
    },
    remove(id: string): void {
      row(id);
      repo.remove(id, Date.now());
      changed(id);
    },
    restore(id: string): Recording {
      repo.restore(id);
      return after(id);
    },
    /** What `media://library/recording/<id>` plays: the proxy where one is needed and made, else the file itself. */
    playable(id: string): { key: string; type: string } | null {
      const found = repo.get(id);
      if (!found) return null;
      if (found.proxy_needed === 1)
        return found.proxy_key === null ? null : { key: found.proxy_key, type: 'video/mp4' };
      return { key: found.media_key, type: typeOf(found.container) };
    },
    /** Sheets of the filmstrip that exist. */
    sheetCount(id: string): number {
      const found = repo.get(id);
      return (found && timelineParts(found).filmstrip?.sheets) ?? 0;
    },
  };
}

export type RecordingsService = ReturnType<typeof createRecordingsService>;

function typeOf(container: string): string {
  const names = container.split(',');
  if (names.includes('mov')) return 'video/mp4';
  return names.includes('webm') ? 'video/webm' : 'video/x-matroska';
}
