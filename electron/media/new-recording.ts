import type { Gap } from '../../shared/contract/recordings.ts';
import type { FrameIndex } from './frames/frame-index.ts';
import type { MediaInfo } from './media-info.ts';
import type { MediaKey } from './store/media-store.ts';

/** A file that is whole in the library and is to become a recording. */
export interface NewRecording {
  readonly id: string;
  readonly title: string;
  readonly ownerId: string | null;
  readonly mediaKey: MediaKey;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly info: MediaInfo;
  readonly index: FrameIndex;
  readonly durationMs: number;
  readonly recordedAt: number | null;
  readonly proxyNeeded: boolean;
  /** The files it was made of, to recognise them when they are offered again. */
  readonly sources: readonly { readonly name: string; readonly sizeBytes: number; readonly sha256: string }[];
  readonly now: number;
  /** Only of what was filmed with this laptop. */
  readonly filmed?: {
    /** The colleague who filmed it for the owner; null for who filmed themselves. */
    readonly byId: string | null;
    readonly gaps: readonly Gap[];
  };
}

/** What a recording still needs to be made of it once it is in. */
export interface Imported {
  readonly title: string;
  readonly hasSound: boolean;
  readonly proxyNeeded: boolean;
}

/** What importing and filming ask of the recordings feature. */
export interface NewRecordings {
  /** Undefined while no recording has this id. */
  imported(id: string): Imported | undefined;
  /** All or nothing. */
  insert(recording: NewRecording): void;
  /** The recording that already holds these very bytes. */
  findByHash(sha256: string, sizeBytes: number): string | undefined;
  /** A recording brought in from a file of this name and size: probably the same, not proven. */
  findLikely(name: string, sizeBytes: number): string | undefined;
}
