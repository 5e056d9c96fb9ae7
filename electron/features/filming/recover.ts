import type { MediaStore } from '../../media/store/media-store.ts';
import { clearAway } from './clear-away.ts';
import type { FilmingRepo } from './filming.repo.ts';

/**
 * At start-up: says of each lesson that was being filmed when the app died what is really on disk, and clears away what
 * a lesson that is whole by now left behind. Nothing is thrown away that nobody decided on.
 */
export async function recoverFilmings(
  repo: FilmingRepo,
  store: Pick<MediaStore, 'size' | 'destroy'>,
  now: number,
): Promise<void> {
  for (const id of repo.over()) await clearAway(repo, store, id);
  for (const filming of repo.open()) {
    for (const segment of repo.segments(filming.id)) {
      const sizeBytes = (await store.size(segment.media_key)) ?? 0;
      if (sizeBytes === segment.size_bytes) continue;
      repo.setSaved({ id: segment.id, sizeBytes, savedMs: lengthOf(segment, sizeBytes, filming) });
    }
    if (filming.state === 'filming' || filming.state === 'paused')
      repo.end({ id: filming.id, state: 'unfinished', reason: 'app-stopped', at: filming.ended_at ?? now });
  }
}

/** About: the last length that was written down, and for the bytes after it the rate they came at. */
function lengthOf(
  segment: { size_bytes: number; saved_ms: number },
  sizeBytes: number,
  { bits_per_second: asked }: { bits_per_second: number },
): number {
  const measured = segment.size_bytes > 0 && segment.saved_ms > 0;
  const msPerByte = measured ? segment.saved_ms / segment.size_bytes : 8000 / asked;
  return Math.round(sizeBytes * msPerByte);
}
