import type { CaseDetail } from '../../../shared/contract/cases.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Fragment } from '../../../shared/contract/fragments.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import { newId } from '../../db/ids.ts';
import type { Broadcast } from '../../ipc/broadcast.ts';
import type { CasesRepo } from './cases.repo.ts';

export interface CasesDependencies {
  readonly repo: CasesRepo;
  readonly broadcast: Broadcast;
  /** Fragments that still exist, in the order asked. */
  readonly fragmentsByIds: (ids: readonly string[]) => Fragment[];
}

/** A case: fragments, the learning question in every wording, and one plan. */
export function createCasesService({ repo, broadcast, fragmentsByIds }: CasesDependencies) {
  /** @throws AppError `not-found`. */
  const detail = (id: string): CaseDetail => {
    const found = repo.get(id);
    if (!found) throw new AppError('not-found');
    return {
      ...found,
      questionVersions: repo.questionVersions(id),
      fragments: fragmentsByIds(repo.fragmentIds(id)),
    };
  };
  const changed = (id: string): CaseDetail => {
    broadcast.changed('cases', [id]);
    return detail(id);
  };
  return {
    list: (limit: number, offset: number) => ({ items: repo.list(limit, offset), total: repo.count() }),
    get: detail,
    create(input: Parsed<'cases', 'create'>): CaseDetail {
      const id = newId();
      repo.insert({ ...input, question: input.question.trim(), id, now: Date.now() });
      return changed(id);
    },
    rename(id: string, title: string): CaseDetail {
      detail(id);
      repo.rename(id, title, Date.now());
      return changed(id);
    },
    /** A new wording; the same words again are no new version. */
    wordQuestion(id: string, text: string): CaseDetail {
      const wording = text.trim();
      if (detail(id).question === wording) return detail(id);
      repo.addQuestionVersion(id, wording, Date.now());
      return changed(id);
    },
    setFragments(id: string, fragmentIds: readonly string[]): CaseDetail {
      detail(id);
      repo.setFragments(id, fragmentIds, Date.now());
      return changed(id);
    },
    remove(id: string): void {
      detail(id);
      repo.remove(id, Date.now());
      broadcast.changed('cases', [id]);
    },
    restore(id: string): CaseDetail {
      repo.restore(id);
      return changed(id);
    },
  };
}

export type CasesService = ReturnType<typeof createCasesService>;
