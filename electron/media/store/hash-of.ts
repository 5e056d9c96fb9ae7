import { createHash } from 'node:crypto';
import type { MediaKey, MediaStore } from './media-store.ts';

/** SHA-256 of a file in the library, in hexadecimal; it has been read back whole then. */
export async function hashOf(
  store: Pick<MediaStore, 'read'>,
  key: MediaKey,
  sizeBytes: number,
): Promise<string> {
  const hash = createHash('sha256');
  if (sizeBytes > 0)
    for await (const chunk of store.read(key, { start: 0, end: sizeBytes - 1 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
