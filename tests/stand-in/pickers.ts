import { basename } from 'node:path';
import type { Params } from './cdp.ts';
import type { WebContents } from './web-contents.ts';

/** The part of `dialog.showOpenDialog`'s options that a picker of Chromium can honour. */
export interface OpenOptions {
  readonly properties?: readonly string[];
  readonly filters?: readonly { readonly extensions: readonly string[] }[];
}

interface Downloads {
  /** Address of a download → what became of it: a path, or undefined when the person closed the picker. */
  readonly waiting: Map<string, (path: string | undefined) => void>;
}

const downloadsOf = new WeakMap<WebContents, Downloads>();

/** A world of its own in the page: the app's scripts see nothing of the picker. */
async function pickerWorld(contents: WebContents): Promise<number> {
  const { frameTree } = await contents.ask('Page.getFrameTree');
  const frameId = (frameTree as { frame: { id: string } }).frame.id;
  const world = await contents.ask('Page.createIsolatedWorld', { frameId, worldName: 'drieluik-picker' });
  return world['executionContextId'] as number;
}

/** Runs a function of the page's kind there, as if the person had clicked. */
async function asClicked(
  contents: WebContents,
  contextId: number,
  run: string,
  arg: unknown,
): Promise<Params> {
  const { result, exceptionDetails } = await contents.ask('Runtime.callFunctionOn', {
    executionContextId: contextId,
    functionDeclaration: run,
    arguments: [{ value: arg }],
    userGesture: true,
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error((exceptionDetails as { text: string }).text);
  return result as Params;
}

const pick = `({ accept, multiple, webkitdirectory }) => new Promise((done) => {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept, multiple, webkitdirectory });
  input.oncancel = () => done([]);
  input.onchange = () => done([...input.files]);
  input.click();
})`;

/**
 * Lets the person choose with Chromium's own picker. A folder is known by the files in it: an empty one cannot be
 * chosen, and Chromium asks once more, in words about uploading; nothing leaves the machine.
 * @returns real paths; empty when the picker was closed.
 */
export async function pickPaths(contents: WebContents, options: OpenOptions): Promise<string[]> {
  const { properties = ['openFile'], filters = [] } = options;
  const folder = properties.includes('openDirectory') && !properties.includes('openFile');
  const extensions = filters.flatMap((filter) => filter.extensions);
  const picked = await asClicked(contents, await pickerWorld(contents), pick, {
    accept: extensions.includes('*') ? '' : extensions.map((extension) => `.${extension}`).join(','),
    multiple: properties.includes('multiSelections'),
    webkitdirectory: folder,
  });
  const { result } = await contents.ask('Runtime.getProperties', {
    objectId: picked['objectId'],
    ownProperties: true,
  });
  const files = (result as { name: string; value: { objectId: string } }[]).filter(({ name }) =>
    /^\d+$/.test(name),
  );
  const paths: string[] = [];
  for (const { value } of files.slice(0, folder ? 1 : undefined)) {
    const { path } = await contents.ask('DOM.getFileInfo', { objectId: value.objectId });
    paths.push(folder ? await folderOf(contents, path as string, value.objectId) : (path as string));
  }
  await contents.ask('Runtime.releaseObject', { objectId: picked['objectId'] });
  return paths;
}

/** The chosen folder, from one file in it and that file's place inside it (`folder/sub/file`). */
async function folderOf(contents: WebContents, path: string, objectId: string): Promise<string> {
  const { result } = await contents.ask('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: 'function () { return this.webkitRelativePath; }',
  });
  const inside = (result as { value: string }).value;
  return path.slice(0, path.length - inside.length) + (inside.split('/')[0] ?? '');
}

const offer = '(name) => URL.createObjectURL(new Blob([]))';
const download = `({ url, name }) => {
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
}`;

/**
 * Lets the person say where something is saved: Chromium's own picker for a download, of nothing. So an empty file
 * is there already when the app writes its own.
 * @returns undefined when the picker was closed.
 */
export async function pickTarget(contents: WebContents, defaultPath = ''): Promise<string | undefined> {
  const { waiting } = await hearDownloads(contents);
  const contextId = await pickerWorld(contents);
  const url = (await asClicked(contents, contextId, offer, null))['value'] as string;
  const picked = new Promise<string | undefined>((done) => waiting.set(url, done));
  await asClicked(contents, contextId, download, { url, name: basename(defaultPath) });
  return picked;
}

async function hearDownloads(contents: WebContents): Promise<Downloads> {
  const known = downloadsOf.get(contents);
  if (known) return known;
  const waiting: Downloads['waiting'] = new Map();
  const urls = new Map<string, string>();
  downloadsOf.set(contents, { waiting });
  await contents.hear('Browser.downloadWillBegin', ({ guid, url }) =>
    urls.set(guid as string, url as string),
  );
  await contents.hear('Browser.downloadProgress', ({ guid, state, filePath }) => {
    const url = urls.get(guid as string);
    if (url === undefined || state === 'inProgress') return;
    waiting.get(url)?.(state === 'completed' ? (filePath as string) : undefined);
    waiting.delete(url);
    urls.delete(guid as string);
  });
  // Chromium itself asks where (its preference says so); only its answer is listened to.
  await contents.ask('Browser.setDownloadBehavior', { behavior: 'default', eventsEnabled: true });
  return { waiting };
}
