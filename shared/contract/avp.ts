import { z } from 'zod';
import { avpFieldIds } from '../domain/avp.ts';
import { procedure } from './procedure.ts';
import { day, id, moment, text } from './values.ts';

export const avpField = z.enum(avpFieldIds);
/** 1–10: how far I am now, later again. */
export const mark = z.int().min(1).max(10);

export const avpStep = z.object({
  id,
  text,
  day: day.nullable(),
  doneAt: moment.nullable(),
  position: z.int(),
});
export const avpMark = z.object({ id, mark, at: moment, note: text });

export const avp = z.object({
  id,
  caseId: id,
  templateVersion: z.int(),
  fields: z.partialRecord(avpField, text),
  steps: z.array(avpStep),
  marks: z.array(avpMark),
  /** Who may see it: the owner decides, every time. */
  sharedWithTrio: z.boolean(),
  updatedAt: moment,
});
export type Avp = z.infer<typeof avp>;

export const avpContract = {
  /** The plan of a case; made empty when the case has none yet. */
  get: procedure(z.object({ caseId: id }), avp),
  saveField: procedure(z.object({ id, field: avpField, text }), avp),
  fieldHistory: procedure(z.object({ id, field: avpField }), z.array(z.object({ text, at: moment }))),
  addStep: procedure(z.object({ id, text, day: day.nullable() }), avp),
  saveStep: procedure(
    z.object({
      stepId: id,
      text: text.optional(),
      day: day.nullable().optional(),
      done: z.boolean().optional(),
    }),
    avp,
  ),
  removeStep: procedure(z.object({ stepId: id }), avp),
  restoreStep: procedure(z.object({ stepId: id }), avp),
  giveMark: procedure(z.object({ id, mark, note: text.default('') }), avp),
  share: procedure(z.object({ id, sharedWithTrio: z.boolean() }), avp),
};
