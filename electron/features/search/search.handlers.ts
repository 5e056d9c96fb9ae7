import type { Handlers } from '../../../shared/contract/index.ts';
import { searchQuery } from '../../../shared/domain/search-words.ts';
import type { SearchRepo } from './search.repo.ts';

/** Searching is one question to the repo; there is no service in between. */
export function searchHandlers(repo: SearchRepo): Handlers<'search'> {
  return {
    find: ({ words, limit }) => {
      const query = searchQuery(words);
      return query === null ? [] : repo.find(query, limit);
    },
  };
}
