import { z } from 'zod';
import { segmentReason } from './filming.ts';
import { procedure } from './procedure.ts';
import { done, frame, id, moment, ms, name } from './values.ts';

/** How the picture runs: what the timeline needs to count frames and what decides on a proxy. */
export const videoFacts = z.object({
  codec: z.string(),
  width: z.int(),
  height: z.int(),
  /** Clockwise degrees the player must turn the picture: 0, 90, 180 or 270. */
  rotation: z.int(),
  frameRateNum: z.int(),
  frameRateDen: z.int(),
  frameCount: frame,
  interlaced: z.boolean(),
});

/** `preparing`: proxy still being made, marks can already be set. `missing`: the file is gone. */
export const playability = z.enum(['direct', 'proxy', 'preparing', 'missing', 'failed']);

export const recording = z.object({
  id,
  title: name,
  ownerId: id.nullable(),
  /** The colleague who filmed it for the owner; null for who filmed themselves, and for what was brought in. */
  filmedById: id.nullable(),
  handedOverAt: moment.nullable(),
  recordedAt: moment.nullable(),
  importedAt: moment,
  durationMs: ms,
  sizeBytes: z.number(),
  container: z.string(),
  video: videoFacts,
  audioCodec: z.string().nullable(),
  playability,
  hasFilmstrip: z.boolean(),
  hasWaveform: z.boolean(),
  fragmentCount: z.int(),
});
export type Recording = z.infer<typeof recording>;

/** Sprite sheets of stills; a still per `intervalMs`, row by row. Address: `media://filmstrip/<recordingId>/<sheet>`. */
export const filmstrip = z.object({
  intervalMs: z.number(),
  tileWidth: z.int(),
  tileHeight: z.int(),
  columns: z.int(),
  rows: z.int(),
  count: z.int(),
  sheets: z.int(),
});
export type Filmstrip = z.infer<typeof filmstrip>;

/** Peaks 0–255 at `peaksPerSecond`; bytes at `media://waveform/<recordingId>`. */
export const waveform = z.object({ peaksPerSecond: z.number(), count: z.int() });

/** Where a recording was interrupted: at `atMs` nothing was filmed for `lengthMs`; the picture goes on without a hole. */
export const gap = z.object({ atMs: ms, lengthMs: ms, reason: segmentReason });
export type Gap = z.infer<typeof gap>;

export const timeline = z.object({
  recordingId: id,
  filmstrip: filmstrip.nullable(),
  waveform: waveform.nullable(),
  keyframesMs: z.array(z.number()),
  /** Presentation time in ms of each frame for a variable frame rate; null when the rate is constant. */
  frameTimesMs: z.array(z.number()).nullable(),
  /** In order of their moment. */
  gaps: z.array(gap),
});

export const recordingsContract = {
  /**
   * What `viewerId` may see listed: whoever filmed for a colleague does not get it between their own. Left out, it is
   * the person whom the settings say is here; null lists everything.
   */
  list: procedure(
    z.object({
      limit: z.int().min(1).max(500).default(100),
      offset: z.int().min(0).default(0),
      viewerId: id.nullable().optional(),
    }),
    z.object({ items: z.array(recording), total: z.int() }),
  ),
  /** Filmed by this person for a colleague and not handed over yet; newest first. */
  toHandOver: procedure(z.object({ filmedById: id }), z.array(recording)),
  /** The owner has it now; it is gone from the lists of who filmed it. */
  handOver: procedure(z.object({ id }), recording),
  get: procedure(z.object({ id }), recording),
  timeline: procedure(z.object({ id }), timeline),
  rename: procedure(z.object({ id, title: name }), recording),
  setOwner: procedure(z.object({ id, ownerId: id.nullable() }), recording),
  remove: procedure(z.object({ id }), done),
  restore: procedure(z.object({ id }), recording),
};
