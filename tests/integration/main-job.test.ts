import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cameraFiles, frameNumbers, makeClip, numberedLesson, temporaryFolder } from '../fixtures/clips.ts';
import { startServices, type TestApp } from '../fixtures/services.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let app: TestApp;

beforeEach(async () => {
  folder = await temporaryFolder();
  app = await startServices(folder.path);
});

afterEach(async () => {
  await app.close();
  await folder.remove();
});

describe('from a camera file to a case on the table', () => {
  it('brings in a file, cuts it on the frame, keeps what is noted, and puts it beside a plan', async () => {
    const clip = await makeClip(join(folder.path, 'les.mp4'), { seconds: 8 });
    const [job] = await app.bringIn([clip]);
    expect(job).toMatchObject({ state: 'done', progress: 1 });
    const recordingId = job?.resultId ?? '';
    const recording = await app.call('recordings', 'get', { id: recordingId });
    expect(recording).toMatchObject({ title: 'les', playability: 'direct', durationMs: 8000 });

    const fragment = await app.call('fragments', 'create', {
      recordingId,
      name: 'Wachttijd',
      inFrame: 30,
      outFrame: 130,
    });
    expect(fragment).toMatchObject({ inMs: 1200, outMs: 5200, name: 'Wachttijd' });
    await app.settled();
    const cut = await app.call('fragments', 'get', { id: fragment.id });
    expect(cut).toMatchObject({ file: 'ready', mode: 'smart', fallbackReason: null });
    const written = join(folder.path, 'library/media/fragments', fragment.id, '30-130.mp4');
    expect(await frameNumbers(written)).toEqual(Array.from({ length: 100 }, (_, place) => 30 + place));

    const body = { recordingId, untilMs: null, tag: null, authorId: null, drawing: null };
    await app.call('observations', 'add', {
      ...body,
      atMs: 2000,
      kind: 'observation',
      text: 'Je telt zacht tot vijf.',
    });
    await app.call('observations', 'add', {
      ...body,
      atMs: 3000,
      kind: 'question',
      text: 'Wat zag je bij groep één?',
    });
    const kase = await app.call('cases', 'create', {
      title: 'Wachten',
      ownerId: null,
      fragmentIds: [fragment.id],
      question: 'Hoe lang wacht ik?',
    });
    expect(kase).toMatchObject({ observationCount: 2, fragmentCount: 1, question: 'Hoe lang wacht ik?' });
    const avp = await app.call('avp', 'get', { caseId: kase.id });
    await app.call('avp', 'saveField', { id: avp.id, field: 'goal', text: 'Na elke vraag tel ik tot drie.' });
    expect((await app.call('avp', 'get', { caseId: kase.id })).fields.goal).toBe(
      'Na elke vraag tel ik tot drie.',
    );

    const hits = await app.call('search', 'find', { words: 'een' });
    expect(hits.map((hit) => hit.kind)).toContain('question');
    const timeline = await app.call('recordings', 'timeline', { id: recordingId });
    expect(timeline.filmstrip?.count).toBeGreaterThan(0);
    expect(timeline.waveform?.count).toBeGreaterThan(0);
  });

  it('cuts the sample lesson on the very frames that were asked for', async () => {
    const [job] = await app.bringIn([await numberedLesson(join(folder.path, 'voorbeeldles.mp4'))]);
    const range = { inFrame: 310, outFrame: 845 };
    const made = await app.call('fragments', 'create', {
      recordingId: job?.resultId ?? '',
      name: 'Wachten',
      ...range,
    });
    await app.settled();
    expect(await app.call('fragments', 'get', { id: made.id })).toMatchObject({
      file: 'ready',
      mode: 'smart',
    });
    const written = join(folder.path, 'library/media/fragments', made.id, '310-845.mp4');
    expect(await frameNumbers(written)).toEqual(Array.from({ length: 535 }, (_, place) => 310 + place));
  });

  it.skipIf(cameraFiles === null)(
    'takes in every real camera file or refuses it with a code',
    { timeout: 180_000 },
    async () => {
      const { readdir } = await import('node:fs/promises');
      const files = (await readdir(cameraFiles ?? '')).filter((name) => !/\.(md|tsv)$/.test(name)).sort();
      const table: string[] = [];
      for (const name of files) {
        const [job] = await app.bringIn([join(cameraFiles ?? '', name)]);
        await app.settled();
        const outcome = job?.resultId
          ? (await app.call('recordings', 'get', { id: job.resultId })).playability
          : job?.error?.code;
        table.push(`${name.padEnd(56)} ${outcome}`);
      }
      console.log(table.join('\n'));
      expect(
        table.filter((line) => /(internal|ffmpeg-failed|ffmpeg-hung|failed|undefined)$/.test(line)),
      ).toEqual([]);
    },
  );
});
