import PQueue from 'p-queue';
import { AppError } from '../../../shared/contract/errors.ts';
import type { GrowingMedia } from '../../media/store/media-store.ts';
import { between, type FilmingClock, type Instant } from './clock.ts';

/** At least every 5 s was promised; a slow disk gets the rest of the time to do it in. */
const syncEveryMs = 2000;

export interface LiveSegmentNeeds {
  readonly id: string;
  readonly file: GrowingMedia;
  readonly clock: FilmingClock;
  /** So much is on disk and survives a power cut. */
  readonly onSaved: (sizeBytes: number, savedMs: number) => void;
}

/** The segment that grows: chunks in order, each once, none kept in memory. */
export interface LiveSegment {
  readonly id: string;
  /** @returns the number of the next chunk. @throws AppError `chunk-out-of-order`, `segment-closed`, `disk-full`, … */
  append(seq: number, bytes: Uint8Array): Promise<number>;
  /** Writes through what is not yet, when that is due. */
  syncWhenDue(): Promise<void>;
  /** Everything to disk at once; each chunk that still comes is written through by itself. */
  freeze(): Promise<void>;
  close(): Promise<void>;
  frozen(): boolean;
  /** When it was opened or the last chunk came. */
  lastHeardAt(): Instant;
  sizeBytes(): number;
  /** Lesson time that is safely on disk, in ms. */
  savedMs(): number;
}

export function createLiveSegment({ id, file, clock, onSaved }: LiveSegmentNeeds): LiveSegment {
  const openedAt = clock.now();
  // One at a time: the disk may be slower than the page, and a sync must not overtake a chunk.
  const turns = new PQueue({ concurrency: 1 });
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => turns.add(work) as Promise<T>;
  let nextSeq = 0;
  let heardAt = openedAt;
  let syncedAt = openedAt;
  let syncedBytes = 0;
  let savedMs = 0;
  let frozen = false;
  let closed = false;

  const sync = async (): Promise<void> => {
    if (file.size() === syncedBytes) return;
    const sizeBytes = file.size();
    const filmedMs = Math.round(heardAt.running - openedAt.running);
    await file.sync();
    syncedAt = clock.now();
    syncedBytes = sizeBytes;
    savedMs = filmedMs;
    onSaved(sizeBytes, savedMs);
  };
  const syncWhenDue = async (): Promise<void> => {
    if (frozen || between(syncedAt, clock.now()) >= syncEveryMs) await sync();
  };

  return {
    id,
    append: (seq, bytes) =>
      inTurn(async () => {
        // Acknowledged before and sent again, since the answer got lost on its way.
        if (seq < nextSeq) return nextSeq;
        if (closed) throw new AppError('segment-closed');
        if (seq > nextSeq) throw new AppError('chunk-out-of-order', { expected: nextSeq });
        await file.append(bytes);
        nextSeq += 1;
        heardAt = clock.now();
        await syncWhenDue();
        return nextSeq;
      }),
    syncWhenDue: () => inTurn(async () => (closed ? undefined : syncWhenDue())),
    freeze: () =>
      inTurn(async () => {
        frozen = true;
        if (!closed) await sync();
      }),
    close: () =>
      inTurn(async () => {
        if (closed) return;
        closed = true;
        try {
          await sync();
        } finally {
          await file.close();
        }
      }),
    frozen: () => frozen,
    lastHeardAt: () => heardAt,
    sizeBytes: () => file.size(),
    savedMs: () => savedMs,
  };
}
