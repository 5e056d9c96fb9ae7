import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { Observation, ObservationVersion } from '../../../shared/contract/observations.ts';
import { newId } from '../../db/ids.ts';
import type { Broadcast } from '../../ipc/broadcast.ts';
import type { ObservationsRepo } from './observations.repo.ts';

const endOfTime = 172_800_000;

/** What is seen and heard, noted on the moment; every earlier wording is kept. */
export function createObservationsService({
  repo,
  broadcast,
}: {
  repo: ObservationsRepo;
  broadcast: Broadcast;
}) {
  const get = (id: string): Observation => {
    const found = repo.get(id);
    if (!found) throw new AppError('not-found');
    return found;
  };
  const changed = (observation: Observation): Observation => {
    broadcast.changed('observations', [observation.recordingId, observation.id]);
    return observation;
  };
  return {
    list: ({ recordingId, fromMs = 0, toMs = endOfTime }: Parsed<'observations', 'list'>) =>
      repo.list(recordingId, fromMs, toMs),
    add(input: Parsed<'observations', 'add'>): Observation {
      const now = Date.now();
      const observation = inOrder({ ...input, id: newId(), createdAt: now, updatedAt: now, edits: 0 });
      repo.insert(observation);
      return changed(observation);
    },
    /** The same again is no edit; anything else keeps what was there before. @throws AppError `not-found`. */
    edit({ id, ...change }: Parsed<'observations', 'edit'>): Observation {
      const before = get(id);
      const after = inOrder({ ...before, ...withoutGaps(change), updatedAt: Date.now() });
      if (isDeepStrictEqual({ ...after, updatedAt: before.updatedAt }, before)) return before;
      const reworded = after.text !== before.text || after.kind !== before.kind;
      const saved = reworded ? { ...after, edits: before.edits + 1 } : after;
      repo.update(before, saved);
      return changed(saved);
    },
    /** @throws AppError `not-found`. */
    remove(id: string): void {
      const observation = get(id);
      repo.remove(id, Date.now());
      changed(observation);
    },
    /** @throws AppError `not-found`. */
    restore(id: string): Observation {
      const observation = repo.restore(id);
      if (!observation) throw new AppError('not-found');
      return changed(observation);
    },
    /** Every version so far, oldest first, the present one last. */
    history(id: string): ObservationVersion[] {
      const { text, kind, updatedAt: at, tag, atMs, untilMs, drawing } = get(id);
      return [...repo.history(id), { text, kind, at, tag, atMs, untilMs, drawing }];
    },
    tags: () => repo.tags(),
  };
}

export type ObservationsService = ReturnType<typeof createObservationsService>;

/** A range dragged backwards is the same range. */
function inOrder(observation: Observation): Observation {
  const { atMs, untilMs } = observation;
  return untilMs !== null && untilMs < atMs ? { ...observation, atMs: untilMs, untilMs: atMs } : observation;
}

type Change = Omit<Parsed<'observations', 'edit'>, 'id'>;

function withoutGaps(change: Change): Partial<Observation> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
