import { z } from 'zod';
import { procedure } from './procedure.ts';
import { done, frame, id, moment, ms, name } from './values.ts';

export const cutMode = z.enum(['copy', 'smart', 'encode']);
/** `virtual`: two numbers on the recording, its file is still to be made. */
export const fragmentFile = z.enum(['virtual', 'cutting', 'ready', 'failed']);

/** Half-open range `[inFrame, outFrame)` of its recording; ms are the same range in recording time. */
export const fragment = z.object({
  id,
  recordingId: id,
  name,
  inFrame: frame,
  outFrame: frame,
  inMs: ms,
  outMs: ms,
  file: fragmentFile,
  mode: cutMode.nullable(),
  /** Why a smart cut was not kept, as a code for the log and diagnostics; null when all went as planned. */
  fallbackReason: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  createdAt: moment,
});
export type Fragment = z.infer<typeof fragment>;

const range = { inFrame: frame, outFrame: frame };

export const fragmentsContract = {
  list: procedure(z.object({ recordingId: id }), z.array(fragment)),
  get: procedure(z.object({ id }), fragment),
  create: procedure(z.object({ recordingId: id, name, ...range }), fragment),
  update: procedure(
    z.object({ id, name: name.optional(), inFrame: frame.optional(), outFrame: frame.optional() }),
    fragment,
  ),
  /** Makes the file again after a failure. */
  cutAgain: procedure(z.object({ id }), fragment),
  remove: procedure(z.object({ id }), done),
  restore: procedure(z.object({ id }), fragment),
};
