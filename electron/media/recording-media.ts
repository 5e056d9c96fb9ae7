import type { Filmstrip, waveform } from '../../shared/contract/recordings.ts';
import type { z } from 'zod';
import type { FrameIndex } from './frames/frame-index.ts';
import type { MediaInfo } from './media-info.ts';
import type { MediaKey } from './store/media-store.ts';

export type Waveform = z.infer<typeof waveform>;

/** What is known of a recording's file. */
export interface RecordedMedia {
  readonly mediaKey: MediaKey;
  readonly info: MediaInfo;
  readonly index: FrameIndex;
}

/** What the background work on a recording (proxy, filmstrip, waveform) asks of the recordings feature. */
export interface RecordingMedia {
  /** @throws AppError `not-found`, `recording-gone` when its file was removed. */
  getMedia(recordingId: string): RecordedMedia;
  /** Its sheets are at `filmstripKey(recordingId, 0…sheets-1)`. */
  saveFilmstrip(recordingId: string, made: Filmstrip): void;
  /** Its peaks are at `waveformKey(recordingId)`. Not called for a recording without sound. */
  saveWaveform(recordingId: string, made: Waveform): void;
  /** @param key of the whole, written proxy, i.e. `proxyKey(recordingId)`. */
  saveProxy(recordingId: string, key: MediaKey): void;
  /** The proxy could not be made; the job carries the reason. */
  proxyFailed(recordingId: string): void;
}

export const proxyKey = (recordingId: string): MediaKey => `recordings/${recordingId}/proxy.mp4`;
export const waveformKey = (recordingId: string): MediaKey => `recordings/${recordingId}/waveform.peaks`;
export const filmstripKey = (recordingId: string, sheet: number): MediaKey =>
  `recordings/${recordingId}/filmstrip-${sheet}.jpg`;
