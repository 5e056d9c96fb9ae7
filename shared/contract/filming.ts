import { z } from 'zod';
import { procedure } from './procedure.ts';
import { done, id, moment, ms, name, nothing } from './values.ts';

/** Bytes of one chunk of the recorder (about 1 s); more than any webcam makes in 10 s. */
export const chunkBytes = { max: 64 * 1024 * 1024 } as const;

/** Why a segment of the lesson begins; shown with the gap before it. */
export const segmentReason = z.enum([
  'start',
  'pause',
  'no-chunks',
  'camera-gone',
  'microphone-gone',
  'sleep',
  'page-restarted',
  'clock-changed',
]);
export type SegmentReason = z.infer<typeof segmentReason>;

/** Why the lesson's filming ended. `app-stopped`: found unfinished at start-up. */
export const endReason = z.enum(['key', 'planned', 'disk-full', 'app-stopped', 'nothing-left']);

/** `finishing`: all bytes are safe, one file is being made of them. `unfinished`: found at start-up. */
export const filmingState = z.enum(['filming', 'paused', 'finishing', 'unfinished', 'done', 'discarded']);

export const filming = z.object({
  id,
  state: filmingState,
  title: name,
  ownerId: id.nullable(),
  /** Set when somebody films for a colleague. */
  filmedById: id.nullable(),
  plannedMs: ms.nullable(),
  startedAt: moment,
  /** Of what is safely on disk: lesson time without pauses, and bytes. */
  savedMs: ms,
  sizeBytes: z.number(),
  segments: z.int(),
  flags: z.int(),
  recordingId: id.nullable(),
});
export type Filming = z.infer<typeof filming>;

/** How the laptop is set up for filming, remembered per camera. Device ids are those of the page's `enumerateDevices`. */
export const filmingSetup = z.object({
  cameraId: z.string().max(200).nullable(),
  microphoneId: z.string().max(200).nullable(),
  /** Per camera id: what was chosen of what it offers. */
  pictures: z.record(
    z.string().max(200),
    z.object({
      width: z.int().min(1).max(16_384),
      height: z.int().min(1).max(16_384),
      frameRate: z.number().min(1).max(240),
    }),
  ),
  grid: z.boolean(),
  /** A short tone when the recorder had to be started again. */
  soundOnTrouble: z.boolean(),
  countdownS: z.int().min(0).max(60),
  darkScreen: z.boolean(),
});
export type FilmingSetup = z.infer<typeof filmingSetup>;

/**
 * `refuse`: under what the planned length needs. `warn`: ten minutes left. `stop`: 512 MB would be left once the lesson
 * is one file (`shared/domain/filming.ts`).
 */
export const diskVerdict = z.enum(['enough', 'warn', 'stop', 'refuse']);

export const room = z.object({
  freeBytes: z.number(),
  /** How long one can go on filming at this rate before the disk verdict is `stop`, in ms. */
  leftMs: z.number(),
  verdict: diskVerdict,
  onBattery: z.boolean(),
});
export type FilmingRoom = z.infer<typeof room>;

const mimeType = z
  .string()
  .max(200)
  .regex(/^(video|audio)\/[\w.+-]+(;.*)?$/);
const bitsPerSecond = z.int().min(16_000).max(200_000_000);
const bytes = z.instanceof(Uint8Array).refine((chunk) => chunk.byteLength <= chunkBytes.max);

export const filmingContract = {
  setup: procedure(nothing, filmingSetup),
  keepSetup: procedure(filmingSetup.partial(), filmingSetup),
  /** Disk and power for `plannedMs` more of filming at this rate. */
  room: procedure(z.object({ plannedMs: ms.nullable(), bitsPerSecond }), room),
  /** What is being filmed now, and what was found unfinished; newest first. */
  list: procedure(nothing, z.array(filming)),
  start: procedure(
    z.object({
      title: name,
      ownerId: id.nullable(),
      filmedById: id.nullable(),
      groupId: id.nullable(),
      plannedMs: ms.nullable(),
      bitsPerSecond,
    }),
    filming,
  ),
  openSegment: procedure(
    z.object({ filmingId: id, mimeType, reason: segmentReason }),
    z.object({ segmentId: id }),
  ),
  /**
   * Adds one chunk. `seq` counts from 0 within the segment. Answered when the bytes are handed to the disk: the page
   * sends the next one only then. The same chunk twice is acknowledged once; a chunk out of order is refused with
   * `chunk-out-of-order` and the expected number, and the page sends from there.
   */
  append: procedure(
    z.object({ segmentId: id, seq: z.int().min(0).max(10_000_000), bytes }),
    z.object({ nextSeq: z.int(), savedMs: ms, sizeBytes: z.number(), room }),
  ),
  closeSegment: procedure(z.object({ segmentId: id }), done),
  pause: procedure(z.object({ filmingId: id }), filming),
  resume: procedure(z.object({ filmingId: id }), filming),
  /** A flag `offsetMs` into a segment; kept at once. */
  flag: procedure(z.object({ segmentId: id, offsetMs: ms }), z.object({ id, flags: z.int() })),
  /** Ends the filming and makes one recording of it; `jobId` is that work. */
  stop: procedure(z.object({ filmingId: id, reason: endReason }), z.object({ jobId: id })),
  /** The same for one that was found unfinished. */
  rescue: procedure(z.object({ filmingId: id }), z.object({ jobId: id })),
  /** Throws an unfinished one away; the page asked first. */
  discard: procedure(z.object({ filmingId: id }), done),
};

/** What main tells the page that films. */
export const filmingNotice = z.object({
  filmingId: id,
  kind: z.enum([
    'no-chunks',
    'going-to-sleep',
    'woke-up',
    'ten-minutes-left',
    'disk-full',
    'on-battery',
    'clock-changed',
  ]),
});
export type FilmingNotice = z.infer<typeof filmingNotice>;
