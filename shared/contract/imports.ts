import { z } from 'zod';
import { procedure } from './procedure.ts';
import { id, moment, name, nothing } from './values.ts';

/** What kind of card or folder was recognised. */
export const sourceKind = z.enum(['files', 'folder', 'avchd', 'dcim', 'xavc', 'jvc']);

/** One clip that can be brought in; spanned parts are already one clip. */
export const offeredClip = z.object({
  id,
  name: z.string(),
  parts: z.int().min(1),
  sizeBytes: z.number(),
  recordedAt: moment.nullable(),
  durationMs: z.number().nullable(),
  /** The recording this clip already is, when its contents are known. */
  alreadyImportedAs: id.nullable(),
  /** Why it cannot be brought in; null when it can. */
  refusal: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
});
export type OfferedClip = z.infer<typeof offeredClip>;

/** Stills at `media://still/<offerId>/<clipId>`. */
export const offer = z.object({
  id,
  kind: sourceKind,
  label: z.string(),
  clips: z.array(offeredClip),
  neededBytes: z.number(),
  freeBytes: z.number().nullable(),
});
export type Offer = z.infer<typeof offer>;

export const volume = z.object({ id: z.string(), label: z.string(), kind: sourceKind });

export const importsContract = {
  /** Opens the system's picker; null when the person closed it. */
  pick: procedure(z.object({ what: z.enum(['files', 'folder']) }), offer.nullable()),
  /** Files dropped on the window; their paths come from the preload, the page never sees them. */
  offerDropped: procedure(
    z.object({ paths: z.array(z.string().min(1).max(32_768)).min(1).max(1000) }),
    offer,
  ),
  volumes: procedure(nothing, z.array(volume)),
  openVolume: procedure(z.object({ volumeId: z.string().max(4096) }), offer),
  sampleLesson: procedure(nothing, offer),
  start: procedure(
    z.object({
      offerId: id,
      clipIds: z.array(id).min(1).max(1000),
      ownerId: id.nullable(),
      /** What the recording is called; its file's name when left out. For one clip. */
      title: name.optional(),
      again: z.boolean().default(false),
    }),
    z.object({ jobIds: z.array(id) }),
  ),
};
