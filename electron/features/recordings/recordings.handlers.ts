import type { Handlers } from '../../../shared/contract/index.ts';
import type { RecordingsService } from './recordings.service.ts';

export function recordingsHandlers(recordings: RecordingsService): Handlers<'recordings'> {
  return {
    list: (asked) => recordings.list(asked),
    toHandOver: ({ filmedById }) => recordings.toHandOver(filmedById),
    handOver: ({ id }) => recordings.handOver(id),
    get: ({ id }) => recordings.get(id),
    timeline: ({ id }) => recordings.timeline(id),
    rename: ({ id, title }) => recordings.rename(id, title),
    setOwner: ({ id, ownerId }) => recordings.setOwner(id, ownerId),
    remove: ({ id }) => {
      recordings.remove(id);
      return { ok: true };
    },
    restore: ({ id }) => recordings.restore(id),
  };
}
