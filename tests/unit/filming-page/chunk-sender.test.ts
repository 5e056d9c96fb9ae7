import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../renderer/api/api-error.ts';
import { createChunkSender, mostWaiting } from '../../../renderer/features/filming/capture/chunk-sender.ts';

const room = { freeBytes: 1, leftMs: 1, verdict: 'enough', onBattery: false } as const;
const outOfOrder = (expected: number): ApiError =>
  new ApiError({ code: 'chunk-out-of-order', params: { expected }, retryable: false, logId: '' });

/** A sender to a main that answers as `main` says; `sent` is what it was given, in order. */
function sending(main: (seq: number) => void | Promise<void> = () => undefined) {
  const sent: string[] = [];
  const told: string[] = [];
  const sender = createChunkSender({
    async append(seq, bytes) {
      sent.push(`${seq} ${new TextDecoder().decode(bytes)}`);
      await main(seq);
      return { nextSeq: seq + 1, savedMs: 0, sizeBytes: 0, room };
    },
    onSaved: () => told.push('saved'),
    onFull: () => told.push('full'),
    onRefused: (error) => told.push(error instanceof ApiError ? error.code : String(error)),
    wait: () => Promise.resolve(),
  });
  return { sender, sent, told };
}

describe('handing over chunks', () => {
  it('sends one at a time, numbered, without the empty ones', async () => {
    let atOnce = 0;
    let most = 0;
    const { sender, sent } = sending(async () => {
      most = Math.max(most, (atOnce += 1));
      await Promise.resolve();
      atOnce -= 1;
    });
    for (const text of ['a', '', 'b', 'c']) sender.add(new Blob([text]));
    await sender.settled();
    expect(sent).toEqual(['0 a', '1 b', '2 c']);
    expect(most).toBe(1);
  });

  it('sends again from the number that main expects', async () => {
    let failed = false;
    const { sender, sent } = sending((seq) => {
      if (seq === 1 && !failed) {
        failed = true;
        throw outOfOrder(1);
      }
    });
    for (const text of ['a', 'b', 'c']) sender.add(new Blob([text]));
    await sender.settled();
    expect(sent).toEqual(['0 a', '1 b', '1 b', '2 c']);
  });

  it('leaves out what main has already', async () => {
    let failed = false;
    const { sender, sent } = sending((seq) => {
      if (seq === 0 && !failed) {
        failed = true;
        throw outOfOrder(1);
      }
    });
    for (const text of ['a', 'b']) sender.add(new Blob([text]));
    await sender.settled();
    expect(sent).toEqual(['0 a', '1 b']);
  });

  it('gives the segment up when main wants what is gone here', async () => {
    const { sender, told } = sending((seq) => {
      if (seq === 1) throw outOfOrder(0);
    });
    for (const text of ['a', 'b']) sender.add(new Blob([text]));
    await sender.settled();
    expect(told).toEqual(['saved', 'chunk-out-of-order']);
  });

  it('tries again what failed by chance, and not for ever', async () => {
    const { sender, sent, told } = sending(() => {
      throw new ApiError({ code: 'database-busy', params: {}, retryable: true, logId: '' });
    });
    sender.add(new Blob(['a']));
    await sender.settled();
    expect(sent).toHaveLength(4);
    expect(told).toEqual(['database-busy']);
  });

  it('says once that it is full', async () => {
    const { sender, told } = sending();
    for (let chunk = 0; chunk < mostWaiting + 3; chunk += 1) sender.add(new Blob(['x']));
    expect(told).toEqual(['full']);
    await sender.settled();
    expect(told.filter((word) => word === 'saved')).toHaveLength(mostWaiting + 3);
  });
});
