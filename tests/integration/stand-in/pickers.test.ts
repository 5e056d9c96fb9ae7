import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Params } from '../../stand-in/cdp.ts';
import { startStandIn, type Started } from './started.ts';

/** What the stand-in's own WebContents can do besides Electron's. */
interface Speaks {
  ask(method: string, params: Params): Promise<Params>;
  hear(method: string, listener: (params: Params) => void): Promise<void>;
}
/** What a page asked of its picker, and which files the «person» takes. */
interface Picker {
  readonly modes: string[];
  files: readonly string[];
}

let standIn: Started;
const at = (...parts: string[]): string => join(standIn.folder, ...parts);

beforeAll(async () => {
  standIn = await startStandIn();
  await mkdir(at('kaart', 'sub'), { recursive: true });
  for (const name of ['één.mp4', 'twee.mov']) await writeFile(at(name), 'x');
  await writeFile(at('kaart', 'sub', 'clip.mts'), 'x');
  await standIn.inMain(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as Speaks;
    const picker: Picker = { modes: [], files: [] };
    Object.assign(globalThis, { picker });
    await contents.hear('Page.fileChooserOpened', ({ mode, backendNodeId }) => {
      picker.modes.push(mode as string);
      void contents.ask('DOM.setFileInputFiles', { files: picker.files, backendNodeId });
    });
    await contents.ask('Page.setInterceptFileChooserDialog', { enabled: true });
  });
});

afterAll(() => standIn.end());

const open = (options: object, files: readonly string[]): Promise<unknown> =>
  standIn.inMain(
    async ({ BrowserWindow, dialog }, given) => {
      const { picker } = globalThis as unknown as { picker: Picker };
      picker.files = given.files;
      const [window] = BrowserWindow.getAllWindows();
      if (!window) throw new Error('no window');
      const { canceled, filePaths } = await dialog.showOpenDialog(window, given.options);
      return { canceled, filePaths, mode: picker.modes.at(-1) };
    },
    { options, files },
  );

describe("a picker of files, shown by the stand-in's own window", () => {
  it('gives the real paths of several files', async () => {
    const files = [at('één.mp4'), at('twee.mov')];
    const properties = ['openFile', 'multiSelections'];
    expect(await open({ properties }, files)).toEqual({
      canceled: false,
      filePaths: files,
      mode: 'selectMultiple',
    });
  });

  it('asks for one where one is wanted', async () => {
    expect(await open({ properties: ['openFile'] }, [at('één.mp4')])).toMatchObject({
      filePaths: [at('één.mp4')],
      mode: 'selectSingle',
    });
  });

  it('gives the folder, not the files in it', async () => {
    expect(await open({ properties: ['openDirectory'] }, [at('kaart')])).toMatchObject({
      canceled: false,
      filePaths: [at('kaart')],
    });
  });

  it('lets the answer of a test win', async () => {
    const answer = { canceled: false, filePaths: ['prepared'] };
    await standIn.tell('dialog', { method: 'showOpenDialog', answer });
    expect(await open({ properties: ['openFile'] }, [at('één.mp4')])).toMatchObject(answer);
    expect(await open({ properties: ['openFile'] }, [at('één.mp4')])).toMatchObject({
      filePaths: [at('één.mp4')],
    });
  });

  it('counts as cancelled where no picker can be shown', async () => {
    await standIn.inMain(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as Speaks;
      return contents.ask('Page.setInterceptFileChooserDialog', { enabled: false });
    });
    expect(await open({ properties: ['openFile'] }, [])).toMatchObject({ canceled: true, filePaths: [] });
  });
});
