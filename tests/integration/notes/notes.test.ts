import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeClip, temporaryFolder } from '../../fixtures/clips.ts';
import { startServices, type TestApp } from '../../fixtures/services.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let app: TestApp;
let recordingId: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  app = await startServices(folder.path);
  const [job] = await app.bringIn([
    await makeClip(join(folder.path, 'les.mp4'), { seconds: 2, audio: false }),
  ]);
  recordingId = job?.resultId ?? '';
});
afterEach(async () => {
  await app.settled();
  await app.close();
  await folder.remove();
});

const note = (text: string, more: object = {}) =>
  app.call('observations', 'add', {
    recordingId,
    atMs: 500,
    untilMs: null,
    kind: 'observation',
    text,
    tag: null,
    authorId: null,
    drawing: null,
    ...more,
  });

describe('observations', () => {
  it('come back in order of time, and those that touch a stretch of the recording on request', async () => {
    await note('laat', { atMs: 1800 });
    await note('vroeg', { atMs: 100 });
    await note('lang', { atMs: 200, untilMs: 1500 });
    const texts = (rows: readonly { text: string }[]): string[] => rows.map((row) => row.text);
    expect(texts(await app.call('observations', 'list', { recordingId }))).toEqual(['vroeg', 'lang', 'laat']);
    expect(texts(await app.call('observations', 'list', { recordingId, fromMs: 1000, toMs: 1600 }))).toEqual([
      'lang',
    ]);
  });

  it('keep every version: words, tag, moment and drawing', async () => {
    const circle = {
      tool: 'circle' as const,
      centre: [0.5, 0.5] as [number, number],
      radius: [0.1, 0.1] as [number, number],
    };
    const made = await note('Je loopt naar Tim.', { drawing: { shapes: [circle] } });
    const reworded = await app.call('observations', 'edit', {
      id: made.id,
      text: 'Je loopt naar het tafeltje van Tim.',
    });
    expect(reworded.edits).toBe(1);
    const moved = await app.call('observations', 'edit', {
      id: made.id,
      tag: 'ronde',
      atMs: 700,
      drawing: null,
    });
    expect(moved.edits).toBe(1);
    // The same again is no edit.
    expect(await app.call('observations', 'edit', { id: made.id, tag: 'ronde' })).toEqual(moved);
    const history = await app.call('observations', 'history', { id: made.id });
    expect(history).toMatchObject([
      { text: 'Je loopt naar Tim.', tag: null, atMs: 500, drawing: { shapes: [circle] } },
      { text: 'Je loopt naar het tafeltje van Tim.', tag: null, atMs: 500, drawing: { shapes: [circle] } },
      { text: 'Je loopt naar het tafeltje van Tim.', tag: 'ronde', atMs: 700, drawing: null },
    ]);
    expect(await app.call('observations', 'tags', {})).toEqual(['ronde']);
  });

  it('cannot hang on a recording that is not there', async () => {
    const nobody = '01890000-0000-7000-8000-000000000000';
    await expect(note('zweeft', { recordingId: nobody })).rejects.toMatchObject({ code: 'not-found' });
    await expect(app.call('avp', 'get', { caseId: nobody })).rejects.toMatchObject({ code: 'not-found' });
    expect(await app.call('search', 'find', { words: 'zweeft' })).toEqual([]);
  });

  it('can be taken away and put back, and are found only while they are there', async () => {
    const made = await note('Bij de deur staat een kruk.');
    await app.call('observations', 'remove', { id: made.id });
    expect(await app.call('observations', 'list', { recordingId })).toEqual([]);
    expect(await app.call('search', 'find', { words: 'kruk' })).toEqual([]);
    await app.call('observations', 'restore', { id: made.id });
    expect(await app.call('search', 'find', { words: 'kruk' })).toHaveLength(1);
  });

  it('turn a range that was dragged backwards the right way round', async () => {
    expect(await note('terug', { atMs: 900, untilMs: 300 })).toMatchObject({ atMs: 300, untilMs: 900 });
  });
});

describe('search', () => {
  it('folds accents, takes the last word as a beginning, and marks what it found', async () => {
    await note('Eén leerling steekt een vinger op.');
    const [hit] = await app.call('search', 'find', { words: 'een leerl' });
    expect(hit).toMatchObject({ kind: 'observation', recordingId, atMs: 500 });
    expect(hit?.excerpt).toContain('\uE000Eén\uE001 \uE000leerling\uE001');
  });

  it('finds a lesson by its name among all the notes that say the same', async () => {
    await app.call('recordings', 'rename', { id: recordingId, title: 'Rekenen groep 7' });
    for (let number = 0; number < 30; number += 1) await note(`rekenen, som ${number}`);
    const hits = await app.call('search', 'find', { words: 'reken', limit: 10 });
    expect(hits.map((hit) => hit.kind)).toEqual([
      'recording',
      ...Array.from({ length: 9 }, () => 'observation'),
    ]);
  });

  it('puts the note first that says it shortest, however old', async () => {
    await note('Stilte.');
    await note('Na de uitleg valt er even een stilte en dan begint iedereen aan het werk op het blad.');
    const hits = await app.call('search', 'find', { words: 'stilte' });
    expect(hits.map((hit) => hit.excerpt)).toEqual([
      '\uE000Stilte\uE001.',
      expect.stringContaining('een \uE000stilte\uE001 en'),
    ]);
  });

  it('finds an accent written as two characters, as names of files on a Mac have it', async () => {
    await note('Het café'.normalize('NFD'));
    for (const words of ['cafe', 'café', 'café'.normalize('NFD'), 'CAFÉ'])
      expect([words, await app.call('search', 'find', { words })]).toEqual([
        words,
        [expect.objectContaining({ kind: 'observation' })],
      ]);
  });

  it('leaves out what cannot be jumped to while its recording or case is away', async () => {
    await note('Bij het krijtbord.');
    const kase = await app.call('cases', 'create', { title: 'Krijt', ownerId: null, fragmentIds: [] });
    const avp = await app.call('avp', 'get', { caseId: kase.id });
    await app.call('avp', 'saveField', { id: avp.id, field: 'goal', text: 'Minder krijten.' });
    const kinds = async (): Promise<string[]> =>
      (await app.call('search', 'find', { words: 'krijt' })).map((hit) => hit.kind).toSorted();
    expect(await kinds()).toEqual(['avp', 'case', 'observation']);
    await app.call('cases', 'remove', { id: kase.id });
    await app.call('recordings', 'remove', { id: recordingId });
    expect(await kinds()).toEqual([]);
    await app.call('cases', 'restore', { id: kase.id });
    expect(await kinds()).toEqual(['avp', 'case']);
  });

  it.each([
    '"',
    'a OR',
    'NEAR(',
    '-vinger',
    '*',
    'text:vinger',
    "'; DROP TABLE people; --",
    '(',
    '^',
    '{a b}',
    '',
  ])('never takes what a person types for a query: %s', async (words) => {
    await expect(app.call('search', 'find', { words })).resolves.toBeInstanceOf(Array);
  });
});

describe('a case and its plan', () => {
  it('keeps each wording of the learning question with its moment', async () => {
    const kase = await app.call('cases', 'create', {
      title: 'Wachten',
      ownerId: null,
      fragmentIds: [],
      question: 'Wacht ik?',
    });
    await app.call('cases', 'wordQuestion', { id: kase.id, text: 'Hoe lang wacht ik?' });
    const now = await app.call('cases', 'wordQuestion', { id: kase.id, text: ' Hoe lang wacht ik? ' });
    expect(now.questionVersions.map((version) => version.text)).toEqual(['Wacht ik?', 'Hoe lang wacht ik?']);
    await app.call('cases', 'remove', { id: kase.id });
    expect(await app.call('cases', 'list', {})).toEqual({ items: [], total: 0 });
    expect((await app.call('cases', 'restore', { id: kase.id })).question).toBe('Hoe lang wacht ik?');
  });

  it('finds every case in a library of years, a page at a time', async () => {
    for (let number = 1; number <= 1_205; number += 1)
      await app.call('cases', 'create', { title: `Casus ${number}`, ownerId: null, fragmentIds: [] });
    const titles = new Set<string>();
    for (let offset = 0; offset < 1_205; offset += 500) {
      const { items, total } = await app.call('cases', 'list', { limit: 500, offset });
      expect(total).toBe(1_205);
      for (const { title } of items) titles.add(title);
    }
    expect(titles.size).toBe(1_205);
  });

  it('saves fields, steps with a day, and marks over time', async () => {
    const kase = await app.call('cases', 'create', { title: 'Plan', ownerId: null, fragmentIds: [] });
    const avp = await app.call('avp', 'get', { caseId: kase.id });
    expect((await app.call('avp', 'get', { caseId: kase.id })).id).toBe(avp.id);
    await app.call('avp', 'saveField', { id: avp.id, field: 'goal', text: 'Tot vijf tellen.' });
    await app.call('avp', 'addStep', { id: avp.id, text: 'Briefje schrijven', day: '2026-12-01' });
    const { steps } = await app.call('avp', 'addStep', { id: avp.id, text: 'Les kiezen', day: null });
    expect(steps.map((step) => step.text)).toEqual(['Briefje schrijven', 'Les kiezen']);
    const done = await app.call('avp', 'saveStep', { stepId: steps[0]?.id ?? '', done: true });
    expect(done.steps[0]?.doneAt).toBeGreaterThan(0);
    await app.call('avp', 'removeStep', { stepId: steps[1]?.id ?? '' });
    expect((await app.call('avp', 'restoreStep', { stepId: steps[1]?.id ?? '' })).steps).toHaveLength(2);
    await app.call('avp', 'giveMark', { id: avp.id, mark: 4 });
    const { marks, fields } = await app.call('avp', 'giveMark', { id: avp.id, mark: 6 });
    expect([marks.map(({ mark }) => mark), fields.goal]).toEqual([[4, 6], 'Tot vijf tellen.']);
    await expect(app.call('avp', 'giveMark', { id: avp.id, mark: 11 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
