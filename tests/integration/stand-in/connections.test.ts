import { afterAll, beforeAll, expect, it } from 'vitest';
import { startStandIn, type Started } from './started.ts';

let standIn: Started;

beforeAll(async () => {
  standIn = await startStandIn();
  await standIn.inMain(({ protocol }) => {
    // An hour of silence as WAV, made as it is asked for: far more than a player buffers, so it keeps its connection.
    const seconds = 3600;
    const size = 44 + seconds * 176_400;
    const head = Buffer.alloc(44);
    head.write('RIFF', 0);
    head.writeUInt32LE(size - 8, 4);
    head.write('WAVEfmt ', 8);
    head.writeUInt32LE(16, 16);
    head.writeUInt16LE(1, 20);
    head.writeUInt16LE(2, 22);
    head.writeUInt32LE(44_100, 24);
    head.writeUInt32LE(176_400, 28);
    head.writeUInt16LE(4, 32);
    head.writeUInt16LE(16, 34);
    head.write('data', 36);
    head.writeUInt32LE(size - 44, 40);
    const block = new Uint8Array(65_536);
    protocol.handle('media', (request) => {
      const headers = { 'Access-Control-Allow-Origin': 'app://drieluik', 'Cache-Control': 'no-store' };
      if (!request.url.includes('/lesson/')) return new Response('small', { headers });
      const start = Number(/bytes=(\d+)-/.exec(request.headers.get('range') ?? '')?.[1] ?? 0);
      let at = start;
      const body = new ReadableStream<Uint8Array>({
        pull: (to) => {
          const next = at < 44 ? new Uint8Array(head.subarray(at)) : block.subarray(0, size - at);
          at += next.length;
          to.enqueue(next);
          if (at >= size) to.close();
        },
      });
      return new Response(body, {
        status: 206,
        headers: {
          ...headers,
          'Content-Type': 'audio/wav',
          'Accept-Ranges': 'bytes',
          'Content-Length': String(size - start),
          'Content-Range': `bytes ${start}-${size - 1}/${size}`,
        },
      });
    });
  });
});

afterAll(() => standIn.end());

it('plays six lessons at once and still answers at once, for the page and for its pictures', async () => {
  const media = `location.origin + '/' + location.pathname.split('/')[1] + '/media/'`;
  const playing = await standIn.inPage<
    (boolean | string)[]
  >(`Promise.all(Array.from({ length: 6 }, (_, number) =>
    new Promise((done) => {
      const player = Object.assign(document.createElement('video'), { crossOrigin: 'anonymous', muted: true });
      player.ontimeupdate = () => player.currentTime > 0.5 && done(true);
      player.onerror = () => done(player.error.message);
      setTimeout(() => done(false), 15000);
      player.src = ${media} + 'lesson/' + number;
      document.body.append(player);
      void player.play();
    })))`);
  expect(playing).toEqual(Array.from({ length: 6 }, () => true));
  const took = await standIn.inPage<number | string>(`(async () => {
    const began = performance.now();
    const small = (async () => {
      for (let call = 0; call < 12; call += 1) await (await fetch(${media} + 'small/' + call)).text();
      await (await fetch(location.href)).text();
      return performance.now() - began;
    })();
    return Promise.race([small, new Promise((done) => setTimeout(done, 8000, 'no answer'))]);
  })()`);
  expect(took).toBeLessThan(2000);
  // A seek in each: every one finds its film again.
  const found = await standIn.inPage<
    boolean[]
  >(`Promise.all(Array.from(document.querySelectorAll('video'), (player, number) =>
    new Promise((done) => {
      player.onseeked = () => done(true);
      setTimeout(() => done(false), 15000);
      player.currentTime = 600 * (number % 5) + 30;
    })))`);
  expect(found).toEqual(Array.from({ length: 6 }, () => true));
});
