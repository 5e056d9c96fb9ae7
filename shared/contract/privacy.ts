import { z } from 'zod';
import { procedure } from './procedure.ts';
import { done, id, name, nothing } from './values.ts';

const initials = z.string().trim().min(1).max(12);
const seat = z.string().trim().max(60);

/** A pupil who is not filmed: initials and a seat, nothing more (data minimisation). */
export const doNotFilm = z.object({ id, initials, seat });

export const classGroup = z.object({
  id,
  name,
  /** What the school agreed on for this group; shown before filming. */
  note: z.string().max(2_000),
  doNotFilm: z.array(doNotFilm).max(60),
});
export type ClassGroup = z.infer<typeof classGroup>;

export const privacyContract = {
  groups: procedure(nothing, z.array(classGroup)),
  addGroup: procedure(z.object({ name }), classGroup),
  updateGroup: procedure(z.object({ id, name, note: z.string().max(2_000) }), classGroup),
  removeGroup: procedure(z.object({ id }), done),
  restoreGroup: procedure(z.object({ id }), classGroup),
  addDoNotFilm: procedure(z.object({ groupId: id, initials, seat }), classGroup),
  removeDoNotFilm: procedure(z.object({ id }), classGroup),
};
