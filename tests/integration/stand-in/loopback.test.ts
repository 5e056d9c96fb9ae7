import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLoopback, type Loopback } from '../../stand-in/loopback.ts';

let loopback: Loopback;

beforeEach(async () => {
  loopback = await startLoopback();
});

afterEach(() => loopback.close());

const media = (): string => loopback.addresses.toLoopback('media://library/recording/1');

describe("the app's own schemes on loopback", () => {
  it('hands the handler its own address, range and origin, and names ours to the page', async () => {
    let asked: Request | undefined;
    loopback.schemes.set('media', (given) => {
      asked = given;
      return new Response('abc', {
        status: 206,
        headers: {
          'Access-Control-Allow-Origin': 'app://drieluik',
          'Content-Security-Policy': "default-src 'none'; media-src media: blob:",
        },
      });
    });
    const answer = await fetch(media(), { headers: { Range: 'bytes=0-2' } });
    // Sent on, so that a film that plays keeps nobody else waiting.
    expect(new URL(answer.url).origin).not.toBe(loopback.addresses.origin);
    expect(asked?.url).toBe('media://library/recording/1');
    expect(asked?.headers.get('range')).toBe('bytes=0-2');
    expect(answer.status).toBe(206);
    expect(answer.headers.get('access-control-allow-origin')).toBe(loopback.addresses.origin);
    expect(answer.headers.get('content-security-policy')).toContain(
      `media-src ${loopback.addresses.toLoopback('media://library')}/ `,
    );
  });

  it('reads no further than the page takes, and lets go of the file when it drops the request', async () => {
    let given = 0;
    const aborted = Promise.withResolvers<void>();
    const cancelled = Promise.withResolvers<void>();
    loopback.schemes.set('media', (asked) => {
      asked.signal.addEventListener('abort', () => aborted.resolve());
      const endless = new ReadableStream<Uint8Array>({
        pull: (to) => {
          given += 1;
          to.enqueue(new Uint8Array(65_536));
        },
        cancel: () => cancelled.resolve(),
      });
      return new Response(endless, { status: 206 });
    });
    const dropped = new AbortController();
    const answer = await fetch(media(), { signal: dropped.signal });
    await answer.body?.getReader().read();
    await new Promise((done) => setTimeout(done, 300));
    const taken = given;
    await new Promise((done) => setTimeout(done, 300));
    expect(given).toBe(taken);
    dropped.abort();
    await Promise.all([aborted.promise, cancelled.promise]);
  });

  it('answers nobody who does not know the token, or comes under another name', async () => {
    loopback.schemes.set('media', () => new Response('abc'));
    const guessed = await fetch(`${loopback.addresses.origin}/guess/media/recording/1`);
    expect(guessed.status).toBe(404);
    const rebound = await new Promise<number | undefined>((done, fail) => {
      request(media(), { headers: { Host: 'example.org' } }, (answer) => {
        answer.resume();
        done(answer.statusCode);
      })
        .on('error', fail)
        .end();
    });
    expect(rebound).toBe(404);
  });
});
