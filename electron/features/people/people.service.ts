import { AppError } from '../../../shared/contract/errors.ts';
import type { Person } from '../../../shared/contract/people.ts';
import { newId } from '../../db/ids.ts';
import type { Broadcast } from '../../ipc/broadcast.ts';
import type { PeopleRepo } from './people.repo.ts';

/** Who films, observes and owns. Someone who leaves is archived: their name stays on what they noted. */
export function createPeopleService({ repo, broadcast }: { repo: PeopleRepo; broadcast: Broadcast }) {
  const get = (id: string): Person => {
    const person = repo.get(id);
    if (!person) throw new AppError('not-found');
    return person;
  };
  const changed = (id: string): Person => {
    broadcast.changed('people', [id]);
    return get(id);
  };
  return {
    list: () => repo.list(),
    add(name: string): Person {
      const id = newId();
      repo.insert(id, name, Date.now());
      return changed(id);
    },
    /** @throws AppError `not-found`. */
    rename(id: string, name: string): Person {
      if (!repo.rename(id, name)) throw new AppError('not-found');
      return changed(id);
    },
    /** @throws AppError `not-found`. */
    archive(id: string, archived: boolean): void {
      if (!repo.setArchived(id, archived)) throw new AppError('not-found');
      changed(id);
    },
  };
}

export type PeopleService = ReturnType<typeof createPeopleService>;
