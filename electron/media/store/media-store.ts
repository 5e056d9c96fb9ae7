import type { Readable } from 'node:stream';

/** Relative name of a media file in the library, with `/`: `recordings/<id>/original.mts`, `fragments/<id>/<id>.mp4`. */
export type MediaKey = string;

/**
 * A file being written. Nothing shows it as whole until `commit`: part file `.<name>.part-<jobId>` in the target
 * folder → fsync → rename (retried on Windows locks) → fsync of the folder.
 */
export interface PendingMedia {
  readonly key: MediaKey;
  /** Where ffmpeg writes, as an ffmpeg output address (`file:…`), or for our own streams the path. */
  readonly outputForFfmpeg: string;
  readonly path: string;
  /** @returns the size in bytes of the now whole file. */
  commit(): Promise<number>;
  /** Removes the part file; does nothing when it is already gone. */
  discard(): Promise<void>;
}

/**
 * A file that grows while it is recorded: what was written stays when the app dies, what was synced also when the
 * power goes. A failed `append` leaves the file as it was before. Calls are made one after the other.
 */
export interface GrowingMedia {
  /** Bytes that are whole in it. */
  size(): number;
  /** @throws AppError `disk-full`, `library-missing`, … */
  append(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  /** Syncs and closes. */
  close(): Promise<void>;
}

/** The one door to media bytes. Plain files now; encryption slots in behind it without touching a feature. */
export interface MediaStore {
  /** What ffmpeg reads, as an ffmpeg input address. @throws AppError `recording-gone`. */
  inputForFfmpeg(key: MediaKey): Promise<string>;
  begin(key: MediaKey, jobId: string): Promise<PendingMedia>;
  /** Begins a file to append to; there must be none of that name. */
  grow(key: MediaKey): Promise<GrowingMedia>;
  /** Bytes, or null when the file is gone. */
  size(key: MediaKey): Promise<number | null>;
  /** Bytes `start`…`end`, both included. */
  read(key: MediaKey, range: { readonly start: number; readonly end: number }): Readable;
  destroy(key: MediaKey): Promise<void>;
  /** Room left where the library is; null when the system does not say. */
  freeBytes(): Promise<number | null>;
  /** A private folder for intermediate files of one job, in the library's own volume; removed by `dispose` and swept at start-up. */
  workFolder(jobId: string): Promise<{ readonly path: string; dispose(): Promise<void> }>;
  /** At start-up: removes part files and work folders that a crash left, except those of the jobs given. @returns how many. */
  sweep(keepJobIds: ReadonlySet<string>): Promise<number>;
  /** Keys of all whole files, to report orphans. */
  list(): AsyncIterable<MediaKey>;
}
