import type { Handlers } from '../../../shared/contract/index.ts';
import type { PeopleService } from './people.service.ts';

export function peopleHandlers(people: PeopleService): Handlers<'people'> {
  return {
    list: () => people.list(),
    add: ({ name }) => people.add(name),
    rename: ({ id, name }) => people.rename(id, name),
    archive: ({ id, archived }) => {
      people.archive(id, archived);
      return { ok: true };
    },
  };
}
