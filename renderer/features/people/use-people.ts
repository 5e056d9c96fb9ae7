import type { Person } from '../../../shared/contract/people.ts';
import { useAction, useCall } from '../../api/queries.ts';

export interface People {
  /** Those who take part now, by name. */
  readonly present: readonly Person[];
  readonly all: readonly Person[];
  readonly current: Person | null;
  readonly nameOf: (id: string | null) => string | null;
  readonly setCurrent: (id: string | null) => void;
}

/** Everyone the library knows by name, and who sits behind the laptop now. */
export function usePeople(): People {
  const { data: all = [] } = useCall('people', 'list', {});
  const { data: settings } = useCall('settings', 'get', {});
  const update = useAction('settings', 'update');
  const byId = (id: string | null): Person | null => all.find((person) => person.id === id) ?? null;
  return {
    all,
    present: all.filter(({ archived }) => !archived).sort((a, b) => a.name.localeCompare(b.name)),
    current: byId(settings?.currentPersonId ?? null),
    nameOf: (id) => byId(id)?.name ?? null,
    setCurrent: (id) => update.mutate({ currentPersonId: id }),
  };
}
