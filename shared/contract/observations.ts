import { z } from 'zod';
import { procedure } from './procedure.ts';
import { done, id, moment, ms } from './values.ts';

export const observationKind = z.enum(['observation', 'question']);
export type ObservationKind = z.infer<typeof observationKind>;

/** Places are fractions of the shown picture (0–1), so a drawing fits any window. */
const point = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]);
export const drawingShape = z.discriminatedUnion('tool', [
  z.object({ tool: z.literal('arrow'), from: point, to: point }),
  z.object({
    tool: z.literal('circle'),
    centre: point,
    radius: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]),
  }),
  z.object({ tool: z.literal('freehand'), points: z.array(point).min(1).max(5000) }),
]);
export type DrawingShape = z.infer<typeof drawingShape>;
export const drawing = z.object({ shapes: z.array(drawingShape).max(200) });

const body = {
  /** Recording time; for a range also its end. */
  atMs: ms,
  untilMs: ms.nullable(),
  kind: observationKind,
  text: z.string().trim().max(20_000),
  tag: z.string().trim().max(60).nullable(),
  authorId: id.nullable(),
  drawing: drawing.nullable(),
};

export const observation = z.object({
  id,
  recordingId: id,
  ...body,
  createdAt: moment,
  updatedAt: moment,
  edits: z.int(),
});
export type Observation = z.infer<typeof observation>;

/** An observation as it once was, and since when. */
export const observationVersion = z.object({
  at: moment,
  text: z.string(),
  kind: observationKind,
  tag: body.tag,
  atMs: ms,
  untilMs: body.untilMs,
  drawing: body.drawing,
});
export type ObservationVersion = z.infer<typeof observationVersion>;

export const observationsContract = {
  /** Those that touch `[fromMs, toMs]` of the recording, in order of time; all when no range is given. */
  list: procedure(
    z.object({ recordingId: id, fromMs: ms.optional(), toMs: ms.optional() }),
    z.array(observation),
  ),
  add: procedure(z.object({ recordingId: id, ...body }), observation),
  edit: procedure(
    z.object({
      id,
      text: body.text.optional(),
      tag: body.tag.optional(),
      kind: observationKind.optional(),
      atMs: ms.optional(),
      untilMs: ms.nullable().optional(),
      drawing: drawing.nullable().optional(),
      authorId: id.nullable().optional(),
    }),
    observation,
  ),
  remove: procedure(z.object({ id }), done),
  restore: procedure(z.object({ id }), observation),
  /** Every version so far, oldest first, the present one last. */
  history: procedure(z.object({ id }), z.array(observationVersion)),
  /** Tags used before, most used first. */
  tags: procedure(z.object({}), z.array(z.string())),
};
