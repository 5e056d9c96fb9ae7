import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { recogniseCard, type SourceKind } from './scan-sources.ts';

export interface FoundVolume {
  /** Its folder; stays in the main process. */
  readonly path: string;
  readonly label: string;
  readonly kind: SourceKind;
}

/** Cards and cameras that are plugged in, recognised by their folders. @param roots handed in by tests. */
export async function findVolumes(roots: () => Promise<string[]> = mountedRoots): Promise<FoundVolume[]> {
  const found: FoundVolume[] = [];
  for (const path of await roots()) {
    const card = await recogniseCard(path);
    if (card) found.push({ path, label: basename(path) || path, kind: card.kind });
  }
  return found;
}

/** Where each system puts removable drives; asked of the file system, so that no program has to be started. */
async function mountedRoots(): Promise<string[]> {
  if (process.platform === 'win32') {
    // A and B were floppies and can wake a drive that is not there; C is the system.
    const letters = Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`);
    const present = await Promise.all(letters.map(async (root) => ((await isFolder(root)) ? [root] : [])));
    return present.flat();
  }
  if (process.platform === 'darwin') return children('/Volumes');
  const perUser = await Promise.all((await children('/run/media')).map(children));
  const media = await children('/media');
  const perUserMedia = await Promise.all(media.map(children));
  return [...perUser.flat(), ...media, ...perUserMedia.flat(), ...(await children('/mnt'))];
}

async function children(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
  } catch {
    // Not there, or another user's: then it holds nothing for us.
    return [];
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // No such drive, or no card in the reader.
    return false;
  }
}
