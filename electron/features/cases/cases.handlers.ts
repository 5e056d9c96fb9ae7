import type { Handlers } from '../../../shared/contract/index.ts';
import type { CasesService } from './cases.service.ts';

export function casesHandlers(cases: CasesService): Handlers<'cases'> {
  return {
    list: ({ limit, offset }) => cases.list(limit, offset),
    get: ({ id }) => cases.get(id),
    create: (input) => cases.create(input),
    rename: ({ id, title }) => cases.rename(id, title),
    wordQuestion: ({ id, text }) => cases.wordQuestion(id, text),
    setFragments: ({ id, fragmentIds }) => cases.setFragments(id, fragmentIds),
    remove: ({ id }) => {
      cases.remove(id);
      return { ok: true };
    },
    restore: ({ id }) => cases.restore(id),
  };
}
