import type { Handlers } from '../../../shared/contract/index.ts';
import type { FragmentsService } from './fragments.service.ts';

export function fragmentsHandlers(fragments: FragmentsService): Handlers<'fragments'> {
  return {
    list: ({ recordingId }) => fragments.list(recordingId),
    get: ({ id }) => fragments.get(id),
    create: (input) => fragments.create(input),
    update: (input) => fragments.update(input),
    cutAgain: ({ id }) => fragments.cutAgain(id),
    remove: async ({ id }) => {
      await fragments.remove(id);
      return { ok: true };
    },
    restore: ({ id }) => fragments.restore(id),
  };
}
