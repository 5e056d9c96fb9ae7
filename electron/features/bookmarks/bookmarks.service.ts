import type { Bookmark } from '../../../shared/contract/bookmarks.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { newId } from '../../db/ids.ts';
import type { Broadcast } from '../../ipc/broadcast.ts';
import type { BookmarksRepo } from './bookmarks.repo.ts';

export interface BookmarksDependencies {
  readonly repo: BookmarksRepo;
  readonly broadcast: Broadcast;
  /** Length of a recording in ms. @throws AppError `not-found`. */
  readonly lengthOf: (recordingId: string) => number;
}

/** Flags: dropped while teaching (they come with the recording), put there later, named, taken away and brought back. */
export function createBookmarksService({ repo, broadcast, lengthOf }: BookmarksDependencies) {
  /** @throws AppError `not-found`. */
  const get = (id: string): Bookmark => {
    const found = repo.get(id);
    if (!found) throw new AppError('not-found');
    return found;
  };
  const changed = (id: string): Bookmark => {
    broadcast.changed('bookmarks', [id]);
    return get(id);
  };
  return {
    list: (recordingId: string) => repo.list(recordingId),
    /** @throws AppError `not-found`, `range-outside` for a moment after the end. */
    add(input: Omit<Bookmark, 'id'>): Bookmark {
      if (input.atMs > lengthOf(input.recordingId)) throw new AppError('range-outside');
      const id = newId();
      repo.insert({ ...input, id, now: Date.now() });
      return changed(id);
    },
    rename(id: string, label: string): Bookmark {
      get(id);
      repo.rename(id, label);
      return changed(id);
    },
    remove(id: string): void {
      get(id);
      repo.remove(id, Date.now());
      broadcast.changed('bookmarks', [id]);
    },
    restore(id: string): Bookmark {
      repo.restore(id);
      return changed(id);
    },
  };
}

export type BookmarksService = ReturnType<typeof createBookmarksService>;
