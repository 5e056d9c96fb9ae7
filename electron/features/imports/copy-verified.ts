import { createHash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { AppError } from '../../../shared/contract/errors.ts';
import { asAppError } from '../../db/errors.ts';
import { chunksOf } from './chunks.ts';
import type { SourceFile } from './sources/spanned.ts';

export interface CopyControl {
  readonly signal: AbortSignal;
  /** Bytes handled so far, of twice the total: copying, then reading back. */
  readonly onBytes: (bytes: number) => void;
}

export interface Copied {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Of each part on its own, to recognise it when it is offered again. */
  readonly parts: readonly string[];
}

/**
 * Copies parts end to end into one file, takes up what an interrupted copy left, then reads the written file back
 * and compares. Sources are only ever opened for reading.
 * @throws AppError `cancelled`, `source-vanished`, `source-changed`, `source-unreadable`, `copy-mismatch`, `disk-full` …
 */
export async function copyVerified(
  parts: readonly SourceFile[],
  target: string,
  control: CopyControl,
): Promise<Copied> {
  const whole = createHash('sha256');
  const hashes: string[] = [];
  let handled = 0;
  const done = await sizeOf(target);
  const out = await open(target, done > 0 ? 'r+' : 'w').catch(rethrow);
  try {
    for (const part of parts) {
      const own = parts.length > 1 ? createHash('sha256') : null;
      for await (const chunk of chunksOf(part.path, control.signal, asSourceError)) {
        const there = handled + chunk.length <= done;
        const written = there ? assertSameBytes(out, chunk, handled) : writeAll(out, chunk, handled);
        // Hashed here while the disk writes.
        whole.update(chunk);
        own?.update(chunk);
        await written;
        handled += chunk.length;
        control.onBytes(handled);
      }
      await assertUnchanged(part);
      hashes.push(own ? own.digest('hex') : '');
    }
    await out.truncate(handled);
    await out.sync().catch(rethrow);
  } finally {
    await out.close();
  }
  const sha256 = whole.digest('hex');
  if ((await hashOf(target, control, handled)) !== sha256) throw new AppError('copy-mismatch');
  return { sha256, sizeBytes: handled, parts: parts.length > 1 ? hashes : [sha256] };
}

/** What a crash left of the copy must be the source's own bytes; anything else is written anew. */
async function assertSameBytes(out: FileHandle, chunk: Buffer, position: number): Promise<void> {
  const there = Buffer.alloc(chunk.length);
  const { bytesRead } = await out.read(there, 0, chunk.length, position).catch(rethrow);
  if (bytesRead !== chunk.length || !there.equals(chunk)) await writeAll(out, chunk, position);
}

async function writeAll(out: FileHandle, chunk: Buffer, position: number): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    const { bytesWritten } = await out
      .write(chunk, written, chunk.length - written, position + written)
      .catch(rethrow);
    written += bytesWritten;
  }
}

async function assertUnchanged(part: SourceFile): Promise<void> {
  const after = await stat(part.path).catch(asSourceError);
  if (after.size !== part.sizeBytes || Math.round(after.mtimeMs) !== part.modifiedAt)
    throw new AppError('source-changed');
}

async function hashOf(path: string, control: CopyControl, before: number): Promise<string> {
  const hash = createHash('sha256');
  let position = 0;
  for await (const chunk of chunksOf(path, control.signal, rethrow)) {
    hash.update(chunk);
    position += chunk.length;
    control.onBytes(before + position);
  }
  return hash.digest('hex');
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw asAppError(error);
  }
}

function asSourceError(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const gone =
    code === 'ENOENT' || code === 'ENODEV' || code === 'EIO' || code === 'ESTALE' || code === 'ENXIO';
  throw new AppError(gone ? 'source-vanished' : 'source-unreadable', {}, { cause: error });
}

function rethrow(error: unknown): never {
  throw asAppError(error);
}
