import { z } from 'zod';
import { fragment } from './fragments.ts';
import { procedure } from './procedure.ts';
import { done, id, moment, name, text } from './values.ts';

/** Each wording of the learning question is kept with its moment: watching yourself changes the question. */
export const questionVersion = z.object({ text, at: moment });

export const caseSummary = z.object({
  id,
  title: name,
  ownerId: id.nullable(),
  question: z.string(),
  fragmentCount: z.int(),
  observationCount: z.int(),
  createdAt: moment,
  updatedAt: moment,
});
export type CaseSummary = z.infer<typeof caseSummary>;

export const caseDetail = caseSummary.extend({
  questionVersions: z.array(questionVersion),
  fragments: z.array(fragment),
});
export type CaseDetail = z.infer<typeof caseDetail>;

export const casesContract = {
  /** The one last worked on first. */
  list: procedure(
    z.object({ limit: z.int().min(1).max(500).default(100), offset: z.int().min(0).default(0) }),
    z.object({ items: z.array(caseSummary), total: z.int() }),
  ),
  get: procedure(z.object({ id }), caseDetail),
  create: procedure(
    z.object({
      title: name,
      ownerId: id.nullable(),
      fragmentIds: z.array(id).max(50),
      question: text.default(''),
    }),
    caseDetail,
  ),
  rename: procedure(z.object({ id, title: name }), caseDetail),
  wordQuestion: procedure(z.object({ id, text }), caseDetail),
  /** The fragments of the case in playing order; replaces the list. */
  setFragments: procedure(z.object({ id, fragmentIds: z.array(id).max(50) }), caseDetail),
  remove: procedure(z.object({ id }), done),
  restore: procedure(z.object({ id }), caseDetail),
};
