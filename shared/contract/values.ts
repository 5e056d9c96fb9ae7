import { z } from 'zod';

/** UUIDv7 as made by `electron/db/ids.ts`: sorts by the moment it was made. */
export const id = z.uuid();
/** Whole milliseconds from the first frame shown of a recording. 0 … 48 hours. */
export const ms = z.int().min(0).max(172_800_000);
/** Frame number counted from the first frame shown of a recording (0-based). */
export const frame = z.int().min(0).max(20_000_000);
/** Milliseconds since 1970, UTC. */
export const moment = z.int().min(0);
/** Calendar day `YYYY-MM-DD`, without a time zone. */
export const day = z.iso.date();
/** A name a person gave: one line, trimmed, not empty. */
export const name = z.string().trim().min(1).max(200);
/** Free text of a person; longer than anyone types, short enough to keep the page quick. */
export const text = z.string().max(20_000);
export const nothing = z.object({}).strict();
export const done = z.object({ ok: z.literal(true) });
