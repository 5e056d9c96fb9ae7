import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Answer, Bridge } from '../../../shared/contract/channels.ts';
import { ApiError, codeOf, knownCode } from '../../../renderer/api/api-error.ts';
import { call } from '../../../renderer/api/client.ts';
import { mediaUrl } from '../../../renderer/api/media-url.ts';

const answering = (answer: Answer): Bridge => ({
  call: () => Promise.resolve(answer),
  offerFiles: () => Promise.resolve(answer),
  subscribe: () => () => undefined,
  mediaBase: 'media://library',
});
const behind = (bridge: Bridge) => vi.stubGlobal('window', { drieluik: bridge });
afterEach(() => vi.unstubAllGlobals());

describe('asking main', () => {
  it('hands on an answer that is what was agreed', async () => {
    behind(answering({ ok: true, data: [] }));
    await expect(call('people', 'list', {})).resolves.toEqual([]);
  });

  it('throws the code that main gave', async () => {
    const error = { code: 'disk-full' as const, params: {}, retryable: true, logId: 'x' };
    behind(answering({ ok: false, error }));
    await expect(call('people', 'list', {})).rejects.toMatchObject({ name: 'ApiError', ...error });
  });

  it('does not believe an answer that is not what was agreed', async () => {
    behind(answering({ ok: true, data: [{ id: 'no id', name: 3 }] }));
    await expect(call('people', 'list', {})).rejects.toMatchObject({ code: 'internal' });
  });

  it('keeps codes inside the closed union, so that each has its sentence', () => {
    expect(knownCode('disk-full')).toBe('disk-full');
    expect(knownCode('made-up')).toBe('internal');
    expect(codeOf(new TypeError('x'))).toBe('internal');
    expect(codeOf(new ApiError({ code: 'not-found', params: {}, retryable: false, logId: '' }))).toBe(
      'not-found',
    );
  });

  it('addresses media by id, whatever the id holds', () => {
    behind(answering({ ok: true, data: null }));
    expect(mediaUrl('filmstrip', 'a b', 0)).toBe('media://library/filmstrip/a%20b/0');
  });
});
