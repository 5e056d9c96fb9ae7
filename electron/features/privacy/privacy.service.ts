import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { ClassGroup } from '../../../shared/contract/privacy.ts';
import { newId } from '../../db/ids.ts';
import type { Broadcast } from '../../ipc/broadcast.ts';
import type { PrivacyRepo } from './privacy.repo.ts';

/** A class is smaller; more on one list is a mistake. */
const mostPupils = 60;

/** What a school agreed on per group, shown before anybody is filmed. */
export function createPrivacyService({ repo, broadcast }: { repo: PrivacyRepo; broadcast: Broadcast }) {
  /** @throws AppError `not-found`. */
  const get = (id: string): ClassGroup => {
    const found = repo.get(id);
    if (!found) throw new AppError('not-found');
    return found;
  };
  const changed = (id: string): ClassGroup => {
    broadcast.changed('privacy', [id]);
    return get(id);
  };
  return {
    groups: () => repo.list(),
    addGroup(name: string): ClassGroup {
      const id = newId();
      repo.insertGroup(id, name, Date.now());
      return changed(id);
    },
    updateGroup(change: Parsed<'privacy', 'updateGroup'>): ClassGroup {
      get(change.id);
      repo.update(change);
      return changed(change.id);
    },
    removeGroup(id: string): void {
      get(id);
      repo.setRemoved(id, Date.now());
      broadcast.changed('privacy', [id]);
    },
    restoreGroup(id: string): ClassGroup {
      repo.setRemoved(id, null);
      return changed(id);
    },
    /** @throws AppError `not-found`, `invalid-input` for more than a class can hold. */
    addDoNotFilm({ groupId, initials, seat }: Parsed<'privacy', 'addDoNotFilm'>): ClassGroup {
      if (get(groupId).doNotFilm.length >= mostPupils)
        throw new AppError('invalid-input', { field: 'doNotFilm' });
      repo.insertPupil({ id: newId(), groupId, initials, seat, now: Date.now() });
      return changed(groupId);
    },
    removeDoNotFilm(id: string): ClassGroup {
      const groupId = repo.groupOfPupil(id);
      if (groupId === undefined) throw new AppError('not-found');
      repo.deletePupil(id);
      return changed(groupId);
    },
  };
}

export type PrivacyService = ReturnType<typeof createPrivacyService>;
