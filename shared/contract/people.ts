import { z } from 'zod';
import { procedure } from './procedure.ts';
import { done, id, name, nothing } from './values.ts';

export const person = z.object({ id, name, archived: z.boolean() });
export type Person = z.infer<typeof person>;

export const peopleContract = {
  list: procedure(nothing, z.array(person)),
  add: procedure(z.object({ name }), person),
  rename: procedure(z.object({ id, name }), person),
  archive: procedure(z.object({ id, archived: z.boolean() }), done),
};
