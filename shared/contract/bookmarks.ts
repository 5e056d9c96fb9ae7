import { z } from 'zod';
import { procedure } from './procedure.ts';
import { done, id, ms } from './values.ts';

const label = z.string().trim().max(200);

/** A flag on a moment of a recording, dropped while teaching or put there later. */
export const bookmark = z.object({ id, recordingId: id, atMs: ms, label });
export type Bookmark = z.infer<typeof bookmark>;

export const bookmarksContract = {
  /** In order of their moment. */
  list: procedure(z.object({ recordingId: id }), z.array(bookmark)),
  add: procedure(z.object({ recordingId: id, atMs: ms, label: label.default('') }), bookmark),
  rename: procedure(z.object({ id, label }), bookmark),
  remove: procedure(z.object({ id }), done),
  restore: procedure(z.object({ id }), bookmark),
};
