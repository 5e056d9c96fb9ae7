import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frameNumbers, makeClip, temporaryFolder } from '../../fixtures/clips.ts';
import { startServices } from '../../fixtures/services.ts';

const victim = resolve(import.meta.dirname, '../../fixtures/victim.ts');
const electron = resolve(import.meta.dirname, '../../fixtures/register-no-electron.ts');

type Acknowledged = Readonly<Record<string, string>>;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let clip: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  clip = await makeClip(join(folder.path, 'les.mp4'), { seconds: 6 });
  const app = await startServices(folder.path);
  await app.bringIn([clip]);
  await app.settled();
  await app.close();
});
afterAll(() => folder.remove());

/** Starts a main process at its work and kills it after a while. @returns everything it had acknowledged. */
async function killedAfter(work: string, afterMs: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, ['--import', electron, victim, folder.path, work, clip], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: Acknowledged[] = [];
  const lines = createInterface({ input: child.stdout });
  const ready = once(lines, 'line');
  lines.on('line', (line) => {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object') said.push(value as Acknowledged);
  });
  await ready;
  await pause(afterMs);
  const gone = once(child, 'close');
  child.kill('SIGKILL');
  await gone;
  return said;
}

/** Moments spread over what the work takes, the same in every run. */
const moments = (count: number, longestMs: number): number[] =>
  Array.from({ length: count }, (_, place) => Math.round((((place * 7919) % 997) / 997) * longestMs));

describe('killed without warning, fifty times', { timeout: 240_000 }, () => {
  it('keeps every note and every word of the plan that was acknowledged (20 kills)', async () => {
    const acknowledged: Acknowledged[] = [];
    for (const moment of moments(20, 120)) acknowledged.push(...(await killedAfter('notes', moment)));
    const app = await startServices(folder.path);
    const notes = new Map(
      (
        await app.call('observations', 'list', {
          recordingId: (await app.call('recordings', 'list', {})).items[0]?.id ?? '',
        })
      ).map((one) => [one.id, one.text]),
    );
    const lost = acknowledged.filter(
      (one) => one['observation'] && notes.get(one['observation']) !== one['text'],
    );
    expect(lost).toEqual([]);
    expect(notes.size).toBeGreaterThan(20);
    const plans = new Map(acknowledged.flatMap((one) => (one['avp'] ? [[one['avp'], one['text']]] : [])));
    for (const [caseId, text] of plans) {
      const saved = (await app.call('avp', 'get', { caseId: caseId ?? '' })).fields.goal ?? '';
      // The kill may fall between the next save and its acknowledgement: one newer is as good.
      expect(Number(saved.split('-')[1])).toBeGreaterThanOrEqual(Number(text?.split('-')[1]));
    }
    await app.close();
    const db = new Database(join(folder.path, 'library/drieluik.db'), { readonly: true });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

  it('shows no half recording as whole, and offers to go on (15 kills)', async () => {
    const acknowledged: Acknowledged[] = [];
    for (const moment of moments(15, 250)) acknowledged.push(...(await killedAfter('import', moment)));
    const app = await startServices(folder.path);
    await app.services.checked;
    for (const job of (await app.call('jobs', 'list', {})).filter((one) => one.state === 'interrupted')) {
      await app.call('jobs', 'resume', { id: job.id });
      expect((await app.services.jobs.whenEnded(job.id)).state).toBe('done');
    }
    await app.settled();
    const { items } = await app.call('recordings', 'list', { limit: 500 });
    const ids = new Set(items.map((one) => one.id));
    expect(acknowledged.filter((one) => one['recording'] && !ids.has(one['recording']))).toEqual([]);
    for (const recording of items) {
      expect(recording).toMatchObject({ durationMs: 6000, sizeBytes: items[0]?.sizeBytes });
      expect((await app.call('recordings', 'get', { id: recording.id })).playability).toBe('direct');
    }
    await app.close();
    const left = (await readdir(join(folder.path, 'library/media'), { recursive: true })).filter((name) =>
      name.includes('.part-'),
    );
    expect(left).toEqual([]);
  });

  it('shows no half fragment as ready, and makes those that were acknowledged (15 kills)', async () => {
    const acknowledged: Acknowledged[] = [];
    for (const moment of moments(15, 500)) acknowledged.push(...(await killedAfter('cut', moment)));
    const app = await startServices(folder.path);
    await app.settled();
    const made = acknowledged.filter((one) => one['fragment']);
    expect(made.length).toBeGreaterThan(10);
    for (const one of made.slice(-12)) {
      const fragment = await app.call('fragments', 'get', { id: one['fragment'] ?? '' });
      expect(fragment.file).toBe('ready');
      const file = join(
        folder.path,
        'library/media/fragments',
        fragment.id,
        `${fragment.inFrame}-${fragment.outFrame}.mp4`,
      );
      expect(await frameNumbers(file)).toEqual(
        Array.from({ length: 60 }, (_, place) => fragment.inFrame + place),
      );
    }
    await app.close();
  });
});
