import type { Handlers } from '../../../shared/contract/index.ts';
import type { FilmingSetupService } from './filming-setup.service.ts';
import type { FilmingService } from './filming.service.ts';

export function filmingHandlers(filming: FilmingService, setup: FilmingSetupService): Handlers<'filming'> {
  return {
    setup: () => setup.get(),
    keepSetup: (change) => setup.keep(change),
    room: (asked) => filming.room(asked),
    list: () => filming.list(),
    start: (input) => filming.start(input),
    openSegment: (input) => filming.openSegment(input),
    append: (input) => filming.append(input),
    closeSegment: async ({ segmentId }) => {
      await filming.closeSegment(segmentId);
      return { ok: true };
    },
    pause: ({ filmingId }) => filming.pause(filmingId),
    resume: ({ filmingId }) => filming.resume(filmingId),
    flag: (input) => filming.flag(input),
    stop: (input) => filming.stop(input),
    rescue: ({ filmingId }) => filming.rescue(filmingId),
    discard: async ({ filmingId }) => {
      await filming.discard(filmingId);
      return { ok: true };
    },
  };
}
