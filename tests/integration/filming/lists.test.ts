import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { makeClip, temporaryFolder } from '../../fixtures/clips.ts';
import { startServices, type TestApp } from '../../fixtures/services.ts';

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

const changedOf = (entity: string): number =>
  app.events.filter(
    ({ name, payload }) => name === 'dataChanged' && (payload as { entity: string }).entity === entity,
  ).length;

describe('flags on a recording', () => {
  it('stand in order, carry a name, are taken away and brought back, and never stand after the end', async () => {
    const [job] = await app.bringIn([await makeClip(join(folder.path, 'les.mp4'), { seconds: 2 })]);
    const recordingId = job?.resultId ?? '';
    const late = await app.call('bookmarks', 'add', { recordingId, atMs: 1500 });
    const early = await app.call('bookmarks', 'add', {
      recordingId,
      atMs: 300,
      label: ' de vraag van Noor ',
    });
    expect(early.label).toBe('de vraag van Noor');
    expect(await app.call('bookmarks', 'list', { recordingId })).toEqual([early, late]);
    await app.call('bookmarks', 'rename', { id: late.id, label: 'stil' });
    await app.call('bookmarks', 'remove', { id: early.id });
    expect(await app.call('bookmarks', 'list', { recordingId })).toEqual([{ ...late, label: 'stil' }]);
    expect(await app.call('bookmarks', 'restore', { id: early.id })).toEqual(early);
    await expect(app.call('bookmarks', 'add', { recordingId, atMs: 2001 })).rejects.toMatchObject({
      code: 'range-outside',
    });
    await expect(app.call('bookmarks', 'add', { recordingId: early.id, atMs: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(changedOf('bookmarks')).toBe(5);
  });
});

describe('who is not filmed', () => {
  it('is kept per group by initials and seat, and is gone for good when it no longer holds', async () => {
    const group = await app.call('privacy', 'addGroup', { name: 'Groep 5' });
    await app.call('privacy', 'updateGroup', {
      id: group.id,
      name: 'Groep 5b',
      note: 'Ouders op de hoogte.',
    });
    await app.call('privacy', 'addDoNotFilm', { groupId: group.id, initials: 'N.B.', seat: 'bij het raam' });
    const two = await app.call('privacy', 'addDoNotFilm', { groupId: group.id, initials: 'S.', seat: '' });
    expect(two).toMatchObject({
      name: 'Groep 5b',
      note: 'Ouders op de hoogte.',
      doNotFilm: [{ initials: 'N.B.', seat: 'bij het raam' }, { initials: 'S.' }],
    });
    const first = two.doNotFilm[0]?.id ?? '';
    expect((await app.call('privacy', 'removeDoNotFilm', { id: first })).doNotFilm).toHaveLength(1);
    const rows = app.services.db.prepare('SELECT count(*) FROM do_not_film').pluck().get();
    expect(rows).toBe(1);
    await expect(app.call('privacy', 'removeDoNotFilm', { id: first })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('comes back with its group, and holds no more than a class', async () => {
    const { id } = await app.call('privacy', 'addGroup', { name: 'Groep 7' });
    for (let pupil = 0; pupil < 60; pupil += 1)
      await app.call('privacy', 'addDoNotFilm', { groupId: id, initials: `P${pupil}`, seat: '' });
    await expect(
      app.call('privacy', 'addDoNotFilm', { groupId: id, initials: 'P60', seat: '' }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    await app.call('privacy', 'removeGroup', { id });
    expect(await app.call('privacy', 'groups', {})).toEqual([]);
    expect((await app.call('privacy', 'restoreGroup', { id })).doNotFilm).toHaveLength(60);
  });
});

describe('how the laptop was set up', () => {
  it('is remembered, each choice by itself, with what it starts out as', async () => {
    expect(await app.call('filming', 'setup', {})).toMatchObject({ cameraId: null, soundOnTrouble: true });
    const pictures = { camera: { width: 1280, height: 720, frameRate: 25 } };
    await app.call('filming', 'keepSetup', { cameraId: 'camera', pictures });
    await app.call('filming', 'keepSetup', { grid: true });
    expect(await app.call('filming', 'setup', {})).toMatchObject({
      cameraId: 'camera',
      pictures,
      grid: true,
    });
    expect((await app.call('settings', 'get', {})).language).toBe('nl');
  });
});
