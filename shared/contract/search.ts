import { z } from 'zod';
import { procedure } from './procedure.ts';
import { id, ms } from './values.ts';

export const hitKind = z.enum([
  'observation',
  'question',
  'recording',
  'fragment',
  'case',
  'learning-question',
  'avp',
]);

export const hit = z.object({
  kind: hitKind,
  id,
  /** Around the found words; the words themselves stand between U+E000 and U+E001. */
  excerpt: z.string(),
  recordingId: id.nullable(),
  caseId: id.nullable(),
  atMs: ms.nullable(),
});
export type Hit = z.infer<typeof hit>;

export const searchContract = {
  find: procedure(
    z.object({ words: z.string().max(500), limit: z.int().min(1).max(200).default(50) }),
    z.array(hit),
  ),
};
