import type { Handlers } from '../../../shared/contract/index.ts';
import type { BookmarksService } from './bookmarks.service.ts';

export function bookmarksHandlers(bookmarks: BookmarksService): Handlers<'bookmarks'> {
  return {
    list: ({ recordingId }) => bookmarks.list(recordingId),
    add: (input) => bookmarks.add(input),
    rename: ({ id, label }) => bookmarks.rename(id, label),
    remove: ({ id }) => {
      bookmarks.remove(id);
      return { ok: true };
    },
    restore: ({ id }) => bookmarks.restore(id),
  };
}
