import type { Handlers } from '../../../shared/contract/index.ts';
import type { ObservationsService } from './observations.service.ts';

export function observationsHandlers(observations: ObservationsService): Handlers<'observations'> {
  return {
    list: (input) => observations.list(input),
    add: (input) => observations.add(input),
    edit: (input) => observations.edit(input),
    remove: ({ id }) => {
      observations.remove(id);
      return { ok: true };
    },
    restore: ({ id }) => observations.restore(id),
    history: ({ id }) => observations.history(id),
    tags: () => observations.tags(),
  };
}
