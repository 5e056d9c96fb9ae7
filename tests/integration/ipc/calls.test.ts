import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../../../electron/ipc/register.ts';
import { temporaryFolder } from '../../fixtures/clips.ts';
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

const ask = (channel: unknown, input: unknown): Promise<unknown> =>
  answer(app.services.handlers, channel, input);

describe('calls from the page', () => {
  it.each([
    '',
    'people',
    'people.list.more',
    'nothing.list',
    'people.nothing',
    '__proto__.toString',
    'people.constructor',
    'constructor.name',
    'people.__proto__',
    7,
    null,
    { noun: 'people' },
  ])('refuses the unknown call %j', async (channel) => {
    await expect(ask(channel, {})).rejects.toMatchObject({ code: 'unknown-call' });
  });

  it('refuses what does not fit the contract and names the field', async () => {
    await expect(ask('people.add', { name: '   ' })).rejects.toMatchObject({
      code: 'invalid-input',
      params: { field: 'name' },
    });
    await expect(ask('people.add', { name: 12 })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(ask('people.add', null)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(ask('recordings.get', { id: '../../etc/passwd' })).rejects.toMatchObject({
      code: 'invalid-input',
      params: { field: 'id' },
    });
    await expect(ask('recordings.get', { id: "x' OR 1=1 --" })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('refuses ten megabytes in a name without keeping any of it', async () => {
    await expect(ask('people.add', { name: 'a'.repeat(10 << 20) })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(await app.call('people', 'list', {})).toEqual([]);
  });

  it('does not let prototype keys through', async () => {
    const input = JSON.parse('{"name":"Noor","__proto__":{"archived":true}}') as unknown;
    expect(await ask('people.add', input)).toMatchObject({ name: 'Noor', archived: false });
    expect(Object.prototype).not.toHaveProperty('archived');
  });

  it('says not-found for an id that nobody has', async () => {
    const id = '01890000-0000-7000-8000-000000000000';
    for (const channel of [
      'recordings.get',
      'fragments.get',
      'cases.get',
      'observations.history',
      'jobs.cancel',
      'people.archive',
    ]) {
      const input = channel === 'people.archive' ? { id, archived: true } : { id };
      await expect(ask(channel, input)).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});
