import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { MediaSource } from '../../../electron/shell/protocols/media.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frameNumbers, temporaryFolder } from '../../fixtures/clips.ts';
import { recorded } from '../../fixtures/filming.ts';
import { startPlayer } from '../../fixtures/player.ts';
import { startServices } from '../../fixtures/services.ts';

const victim = resolve(import.meta.dirname, '../../fixtures/victim.ts');
const electron = resolve(import.meta.dirname, '../../fixtures/register-no-electron.ts');
const seconds = 30;
const kills = 20;

type Said = Readonly<Record<string, string>>;

/** Whose library the player plays at this moment. */
let playing: MediaSource | undefined;
let closed = false;
let player: Awaited<ReturnType<typeof startPlayer>>;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let lesson: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  player = await startPlayer({
    get store() {
      if (!playing) throw new Error('nothing to play');
      return playing.store;
    },
    find: (...asked) => (closed ? undefined : playing?.find(...asked)) ?? Promise.resolve(null),
  });
  if (!player) console.warn('SKIPPED: no Chromium, so what was saved was not played.');
  lesson = join(folder.path, 'lesson.mkv');
  await writeFile(lesson, Buffer.concat((await recorded(folder.path, seconds)).pieces));
});
afterAll(async () => {
  await player?.close();
  await folder.remove();
});

/** Films and is killed after a while. @returns what it had acknowledged. */
async function killedAfter(library: string, afterMs: number): Promise<Said[]> {
  const args = ['--import', electron, victim, library, 'film', lesson, String(seconds)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  // It may be done before it is killed.
  const gone = once(child, 'close');
  const said: Said[] = [];
  const lines = createInterface({ input: child.stdout });
  const filming = new Promise<void>((begun) =>
    lines.on('line', (line) => {
      const value: unknown = JSON.parse(line);
      if (typeof value !== 'object') return;
      said.push(value as Said);
      begun();
    }),
  );
  await filming;
  await pause(afterMs);
  child.kill('SIGKILL');
  await gone;
  return said;
}

describe('the whole app killed while it films', { timeout: 240_000 }, () => {
  it(`loses less than five seconds, ${kills} times, and every result plays and seeks`, async () => {
    let looked = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const library = join(folder.path, `kill-${kill}`);
      // Spread over the whole lesson and over making the recording of it.
      const said = await killedAfter(library, Math.round((((kill * 7919) % 997) / 997) * 2600));
      const filmed = Math.max(0, ...said.map((one) => Number(one['pieces'] ?? 0)));
      const flags = said.filter((one) => one['flag']).length;
      const filmingId = said[0]?.['filming'] ?? '';
      const app = await startServices(library);
      try {
        const [unfinished] = await app.call('filming', 'list', {});
        if (filmed < 2) continue;
        if (unfinished?.state === 'unfinished') {
          expect(unfinished.savedMs).toBeGreaterThan(0);
          await app.call('filming', 'rescue', { filmingId });
        }
        await app.settled();
        const recording = await app.call('recordings', 'get', { id: filmingId });
        expect(recording.playability).toBe('direct');
        expect(filmed * 1000 - recording.durationMs, `kill ${kill}`).toBeLessThan(5000);
        const count = recording.video.frameCount;
        const file = join(library, 'library/media/recordings', filmingId, 'original.mp4');
        expect(await frameNumbers(file)).toEqual(Array.from({ length: count }, (_, n) => n));
        playing = app.services.media;
        closed = false;
        await player?.open(`recording/${filmingId}`);
        const middle = Math.floor(count / 2);
        expect(await player?.frameAt((middle + 0.5) / 25)).toBe(player && middle);
        const kept = await app.call('bookmarks', 'list', { recordingId: filmingId });
        expect(kept.length).toBeGreaterThanOrEqual(flags);
        expect(await app.call('filming', 'list', {})).toEqual([]);
        looked += 1;
      } finally {
        // The player may still ask for the end of the file.
        closed = true;
        await app.close();
      }
    }
    // One or two die before the second piece: there is nothing to look at then.
    expect(looked).toBeGreaterThan(kills - 4);
  });
});
