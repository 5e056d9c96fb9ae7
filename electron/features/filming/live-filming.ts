import { AppError } from '../../../shared/contract/errors.ts';
import type { FilmingNotice, FilmingRoom, SegmentReason } from '../../../shared/contract/filming.ts';
import { crashSafeEnding, diskLeft } from '../../../shared/domain/filming.ts';
import { newId } from '../../db/ids.ts';
import type { MediaStore } from '../../media/store/media-store.ts';
import { between, type FilmingClock, type Instant } from './clock.ts';
import type { FilmingRepo } from './filming.repo.ts';
import { createLiveSegment, type LiveSegment } from './live-segment.ts';

/** Silence after which the recorder counts as stuck, and how often that is said until it is heard. */
const silentMs = 3000;
const sayAgainMs = 5000;
/** Until then what was asked for says more about the size than what has come in. */
const measuredFromMs = 30_000;
const freeEveryMs = 2000;
const clockJumpMs = 2000;

export interface LiveFilmingNeeds {
  readonly repo: FilmingRepo;
  readonly store: Pick<MediaStore, 'grow'>;
  readonly clock: FilmingClock;
  /** Room on the library's disk; null when the system does not say. */
  readonly freeBytes: () => Promise<number | null>;
  readonly onBattery: () => boolean;
  readonly notify: (kind: FilmingNotice['kind']) => void;
}

export interface LiveFilmingOf {
  readonly id: string;
  readonly bitsPerSecond: number;
}

/** The lesson that is being filmed now: its open segment, and the watch over disk, clock and recorder. */
export function createLiveFilming(filming: LiveFilmingOf, needs: LiveFilmingNeeds) {
  const { repo, store, clock, freeBytes, onBattery, notify } = needs;
  const before = { bytes: 0, savedMs: 0 };
  let segment: LiveSegment | null = null;
  let lastFilmedAt: Instant | null = null;
  let toldSilentAt: Instant | null = null;
  let away = false;
  let toldTenMinutes = false;
  let free: { readonly at: Instant; readonly bytes: number } | null = null;
  let seen = { at: clock.now(), wall: clock.wall() };

  const savedMs = (): number => before.savedMs + (segment?.savedMs() ?? 0);
  const sizeBytes = (): number => before.bytes + (segment?.sizeBytes() ?? 0);

  const closeSegment = async (): Promise<void> => {
    const closing = segment;
    if (!closing) return;
    try {
      await closing.close();
    } finally {
      segment = null;
      if (closing.sizeBytes() > 0) lastFilmedAt = closing.lastHeardAt();
      before.bytes += closing.sizeBytes();
      before.savedMs += closing.savedMs();
      repo.endSegment(closing.id, clock.wall());
    }
  };

  const room = async (): Promise<FilmingRoom> => {
    const now = clock.now();
    if (!free || between(free.at, now) >= freeEveryMs)
      free = { at: now, bytes: (await freeBytes()) ?? Number.MAX_SAFE_INTEGER };
    const filmedBytes = sizeBytes();
    const measured = (filmedBytes * 8000) / Math.max(1, savedMs());
    const bitsPerSecond = savedMs() >= measuredFromMs ? Math.max(16_000, measured) : filming.bitsPerSecond;
    return {
      freeBytes: free.bytes,
      ...diskLeft({ freeBytes: free.bytes, filmedBytes, bitsPerSecond }),
      onBattery: onBattery(),
    };
  };

  const watchRecorder = (now: Instant): void => {
    if (!segment || away) return;
    const silent = now.running - segment.lastHeardAt().running;
    const toldAgo = toldSilentAt ? now.running - toldSilentAt.running : Infinity;
    if (silent <= silentMs || toldAgo < sayAgainMs) return;
    toldSilentAt = now;
    notify('no-chunks');
  };

  const watchClock = (now: Instant): void => {
    const wall = clock.wall();
    const jumped = Math.abs(wall - seen.wall - between(seen.at, now)) > clockJumpMs;
    seen = { at: now, wall };
    if (jumped) notify('clock-changed');
  };

  return {
    id: filming.id,
    savedMs,
    sizeBytes,
    room,
    segmentId: () => segment?.id,
    /** Begins a segment; one that was left open is closed at what it holds. @returns its id */
    async openSegment(mimeType: string, reason: SegmentReason): Promise<string> {
      const ending = crashSafeEnding(mimeType);
      if (ending === null) throw new AppError('container-not-crash-safe');
      await closeSegment();
      const id = newId();
      const mediaKey = `filmings/${id}${ending}`;
      const gapMs = lastFilmedAt ? between(lastFilmedAt, clock.now()) : 0;
      // The row first: a file that no row knows would never be found again.
      const row = { id, filmingId: filming.id, mediaKey, mimeType, reason, gapMs, now: clock.wall() };
      repo.insertSegment(row);
      const file = await store.grow(mediaKey);
      const onSaved = (bytes: number, ms: number): void =>
        repo.setSaved({ id, sizeBytes: bytes, savedMs: ms });
      segment = createLiveSegment({ id, file, clock, onSaved });
      away = false;
      toldSilentAt = null;
      return id;
    },
    closeSegment,
    /** @returns the number of the next chunk. @throws AppError `segment-closed`, `chunk-out-of-order`, `disk-full`, … */
    append(segmentId: string, seq: number, bytes: Uint8Array): Promise<number> {
      if (segment?.id !== segmentId) throw new AppError('segment-closed');
      return segment.append(seq, bytes);
    },
    /** The laptop goes to sleep or is locked: all of it to the disk, since nobody may answer any more. */
    async goAway(): Promise<void> {
      if (away) return;
      away = true;
      notify('going-to-sleep');
      await segment?.freeze();
    },
    async comeBack(): Promise<void> {
      if (!away) return;
      away = false;
      if (segment?.frozen()) await closeSegment();
      notify('woke-up');
    },
    /** Once a second. @returns `stop` when the disk is as full as it may become. */
    async watch(): Promise<FilmingRoom['verdict']> {
      const now = clock.now();
      watchClock(now);
      watchRecorder(now);
      await segment?.syncWhenDue();
      const { verdict } = await room();
      if (verdict === 'warn' && !toldTenMinutes) {
        toldTenMinutes = true;
        notify('ten-minutes-left');
      }
      return verdict;
    },
  };
}

export type LiveFilming = ReturnType<typeof createLiveFilming>;
