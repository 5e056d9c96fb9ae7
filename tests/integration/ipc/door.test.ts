import { beforeEach, describe, expect, it, vi } from 'vitest';
import { callChannel, type Answer } from '../../../shared/contract/channels.ts';
import { registerCalls, type AllHandlers } from '../../../electron/ipc/register.ts';
import { AppError } from '../../../shared/contract/errors.ts';

type Listener = (event: unknown, channel: unknown, input: unknown) => Promise<Answer>;

const { doors } = vi.hoisted(() => ({ doors: new Map<string, unknown>() }));
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: unknown) => doors.set(channel, listener) },
  app: { getPath: () => '' },
}));

const ours = { from: 'our page' };
let calls: number;
let list: () => unknown;

beforeEach(() => {
  calls = 0;
  list = () => [];
  doors.clear();
  const people = {
    list: () => {
      calls += 1;
      return list();
    },
  };
  // Only the noun that is called; what the type asks more is never reached here.
  const handlers = { people } as unknown as AllHandlers;
  registerCalls(
    () => Promise.resolve(handlers),
    (event) => (event as unknown) === ours,
  );
});

const knock = (event: unknown, channel: unknown, input: unknown = {}): Promise<Answer> =>
  (doors.get(callChannel) as Listener)(event, channel, input);

describe('the one door between page and main process', () => {
  it('is one channel', () => {
    expect([...doors.keys()]).toEqual([callChannel]);
  });

  it('answers our own page', async () => {
    expect(await knock(ours, 'people.list')).toEqual({ ok: true, data: [] });
  });

  it('refuses anybody else before anything is done', async () => {
    for (const stranger of [undefined, {}, { senderFrame: null }]) {
      expect(await knock(stranger, 'people.list')).toMatchObject({
        ok: false,
        error: { code: 'foreign-sender' },
      });
    }
    expect(calls).toBe(0);
  });

  it('lets no answer out that is not as agreed, and says nothing of what it held', async () => {
    list = () => [{ id: 'not an id', name: 'Noor', archived: 'no' }];
    const answer = await knock(ours, 'people.list');
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal', params: {} } });
    expect(JSON.stringify(answer)).not.toContain('Noor');
  });

  it('gives a failure its code, whether trying again may help, and the place in the log', async () => {
    list = () => {
      throw new AppError('disk-full');
    };
    const answer = await knock(ours, 'people.list');
    expect(answer).toMatchObject({ ok: false, error: { code: 'disk-full', retryable: true } });
    expect(answer).toHaveProperty('error.logId', expect.stringMatching(/^[0-9a-f-]{36}$/));
  });

  it('never throws across, whatever goes wrong inside', async () => {
    list = () => {
      throw Object.assign(new Error('EACCES: /home/noor/lessen'), { code: 'EACCES' });
    };
    const answer = await knock(ours, 'people.list');
    expect(answer).toMatchObject({ ok: false, error: { code: 'library-read-only' } });
    expect(JSON.stringify(answer)).not.toContain('noor');
  });
});
