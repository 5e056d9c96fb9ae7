import { filmstripKey, waveformKey } from './media/recording-media.ts';
import type { MediaStore } from './media/store/media-store.ts';
import type { MediaItem, MediaSource } from './shell/protocols/media.ts';

export interface MediaSourceNeeds {
  readonly store: MediaStore;
  readonly playableRecording: (id: string) => { readonly key: string; readonly type: string } | null;
  readonly fragmentKey: (id: string) => string | null;
  readonly offeredStill: (offerId: string, clipId: string) => Promise<Uint8Array | null>;
}

/** Every address under `media://library/` and what it stands for. Ids only: a path is never asked for nor given. */
export function createMediaSource({
  store,
  playableRecording,
  fragmentKey,
  offeredStill,
}: MediaSourceNeeds): MediaSource {
  const find = async (
    kind: string,
    [first = '', second = '']: readonly string[],
  ): Promise<MediaItem | null> => {
    switch (kind) {
      case 'recording':
        return playableRecording(first);
      case 'fragment': {
        const key = fragmentKey(first);
        return key === null ? null : { key, type: 'video/mp4' };
      }
      case 'filmstrip':
        return isId(first) && /^\d{1,4}$/.test(second)
          ? { key: filmstripKey(first, Number(second)), type: 'image/jpeg' }
          : null;
      case 'waveform':
        return isId(first) ? { key: waveformKey(first), type: 'application/octet-stream' } : null;
      case 'still': {
        const bytes = await offeredStill(first, second);
        return bytes && { bytes, type: 'image/jpeg' };
      }
      default:
        return null;
    }
  };
  return { store, find };
}

function isId(text: string): boolean {
  return /^[0-9a-f-]{36}$/.test(text);
}
