import { writeFile } from 'node:fs/promises';
import { asAppError } from '../../db/errors.ts';
import type { MediaKey, MediaStore } from './media-store.ts';

/**
 * Writes a small file through the store, whole or not at all.
 * @throws AppError `disk-full`, `library-read-only`, `library-missing`.
 */
export async function writeWhole(
  store: Pick<MediaStore, 'begin'>,
  key: MediaKey,
  jobId: string,
  bytes: Uint8Array,
): Promise<void> {
  const pending = await store.begin(key, jobId);
  try {
    await writeFile(pending.path, bytes);
    await pending.commit();
  } catch (error) {
    await pending.discard();
    throw asAppError(error);
  }
}
