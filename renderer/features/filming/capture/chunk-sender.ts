import type { z } from 'zod';
import type { filmingContract } from '../../../../shared/contract/filming.ts';
import { ApiError } from '../../../api/api-error.ts';

export type Appended = z.output<(typeof filmingContract)['append']['output']>;

export interface ChunkSenderPorts {
  readonly append: (seq: number, bytes: Uint8Array<ArrayBuffer>) => Promise<Appended>;
  readonly onSaved: (answer: Appended) => void;
  /** Main has been too slow for too long: no more chunks may be made until the queue is empty. */
  readonly onFull: () => void;
  /** Main will not take this segment any further; what waited is gone. */
  readonly onRefused: (error: unknown) => void;
  readonly wait: (ms: number) => Promise<void>;
}

export interface ChunkSender {
  add(chunk: Blob): void;
  /** Settles when every chunk that was added is acknowledged, or the segment was refused. */
  settled(): Promise<void>;
}

/** Ten seconds of a slow disk. Chromium keeps the bytes of a Blob, so that the page holds one chunk at most. */
export const mostWaiting = 10;
const mostTries = 4;

/**
 * Hands chunks to main one at a time, in order: the next goes only when the last was acknowledged. What main expects
 * wins (`chunk-out-of-order`): from there it is sent again.
 */
export function createChunkSender(ports: ChunkSenderPorts): ChunkSender {
  const waiting: { readonly seq: number; readonly chunk: Blob }[] = [];
  let nextSeq = 0;
  let refused = false;
  let sending = Promise.resolve();
  let isSending = false;

  const refuse = (error: unknown): void => {
    refused = true;
    waiting.length = 0;
    ports.onRefused(error);
  };

  const sendHead = async (tries: number): Promise<number> => {
    const head = waiting[0];
    if (!head) return 0;
    try {
      const bytes = new Uint8Array(await head.chunk.arrayBuffer());
      ports.onSaved(await ports.append(head.seq, bytes));
      waiting.shift();
      return 0;
    } catch (error) {
      const expected = expectedOf(error);
      if (
        tries + 1 >= mostTries ||
        (expected === null && !mayTryAgain(error)) ||
        isBehind(expected, head.seq)
      ) {
        refuse(error);
        return 0;
      }
      const from = expected ?? head.seq;
      waiting.splice(0, waiting.findLastIndex(({ seq }) => seq < from) + 1);
      if (expected === null) await ports.wait(300 * 2 ** tries);
      return tries + 1;
    }
  };

  const drain = async (): Promise<void> => {
    isSending = true;
    let tries = 0;
    // A refusal empties the queue.
    while (waiting.length > 0) tries = await sendHead(tries);
    isSending = false;
  };

  return {
    add(chunk) {
      // The recorder says «nothing yet» with an empty chunk.
      if (refused || chunk.size === 0) return;
      waiting.push({ seq: nextSeq, chunk });
      nextSeq += 1;
      if (waiting.length === mostWaiting) ports.onFull();
      if (!isSending) sending = drain();
    },
    settled: () => sending,
  };
}

function expectedOf(error: unknown): number | null {
  if (!(error instanceof ApiError) || error.code !== 'chunk-out-of-order') return null;
  const expected = error.params['expected'];
  return typeof expected === 'number' ? expected : null;
}

/** Main wants a chunk that it acknowledged before and that is gone here. */
function isBehind(expected: number | null, seq: number): boolean {
  return expected !== null && expected < seq;
}

function mayTryAgain(error: unknown): boolean {
  return !(error instanceof ApiError) || (error.retryable && error.code !== 'disk-full');
}
