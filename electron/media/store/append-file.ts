import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { asAppError } from '../../db/errors.ts';
import type { GrowingMedia } from './media-store.ts';
import { syncFolder } from './sync-folder.ts';

/** Opens a new file that grows by appending. @throws AppError `disk-full`, `library-read-only`, `library-missing`. */
export async function openGrowing(path: string): Promise<GrowingMedia> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(path, 'wx');
    // The name has to survive a power cut as well as the bytes.
    await syncFolder(dirname(path));
    let size = 0;
    return {
      size: () => size,
      async append(bytes) {
        try {
          for (let done = 0; done < bytes.byteLength;) {
            const { bytesWritten } = await handle.write(bytes, done, bytes.byteLength - done, size + done);
            done += bytesWritten;
          }
          size += bytes.byteLength;
        } catch (error) {
          // Half of these bytes may stand there. They will be sent again, or never: either way the file ends before them.
          // A disk that will not even do that is told of by the failure itself.
          await handle.truncate(size).catch(() => undefined);
          throw asAppError(error);
        }
      },
      sync: () => handle.datasync().catch(rethrow),
      async close() {
        try {
          await handle.sync();
        } finally {
          await handle.close();
        }
      },
    };
  } catch (error) {
    throw asAppError(error);
  }
}

function rethrow(error: unknown): never {
  throw asAppError(error);
}
