import type { MediaStore } from '../../media/store/media-store.ts';
import type { FilmingRepo } from './filming.repo.ts';

/**
 * Removes the live files of a filming that needs them no more, then what the database knew of them: in that order, so
 * that a crash in between leaves nothing that nobody knows of.
 */
export async function clearAway(
  repo: FilmingRepo,
  store: Pick<MediaStore, 'destroy'>,
  filmingId: string,
): Promise<void> {
  for (const segment of repo.segments(filmingId)) await store.destroy(segment.media_key);
  repo.removeSegments(filmingId);
  if (repo.get(filmingId)?.state === 'discarded') repo.remove(filmingId);
}
