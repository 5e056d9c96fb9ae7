import { z } from 'zod';
import { fragment } from './fragments.ts';
import { procedure } from './procedure.ts';
import { done, id, moment, name, nothing, text } from './values.ts';

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
  list: procedure(nothing, z.array(caseSummary)),
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
