import { open } from 'node:fs/promises';
import { AppError } from '../../../shared/contract/errors.ts';

const chunkBytes = 1 << 20;

/**
 * Reads a file in chunks of 1 MB; the next is on its way while one is used, so that the disk and the processor do not
 * wait for each other. A chunk is only valid until the next is asked for.
 * @param failed turns what the file system says into the reader's own code.
 * @throws AppError `cancelled`, and what `failed` throws.
 */
export async function* chunksOf(
  path: string,
  signal: AbortSignal,
  failed: (error: unknown) => never,
): AsyncGenerator<Buffer> {
  const file = await open(path, 'r').catch(failed);
  const buffers = [Buffer.allocUnsafe(chunkBytes), Buffer.allocUnsafe(chunkBytes)] as const;
  const read = (turn: number, position: number) =>
    file.read(buffers[turn % 2 === 0 ? 0 : 1], 0, chunkBytes, position);
  let next = read(0, 0);
  try {
    for (let turn = 0, position = 0; ; turn += 1) {
      const { bytesRead, buffer } = await next.catch(failed);
      if (signal.aborted) throw new AppError('cancelled');
      if (bytesRead === 0) return;
      position += bytesRead;
      next = read(turn + 1, position);
      // Awaited above or, when the reader stops early, below; until then a failure has nobody to hear it.
      next.catch(() => undefined);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await next.catch(() => undefined);
    await file.close();
  }
}
