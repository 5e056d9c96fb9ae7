import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { sourceKind } from '../../../../shared/contract/imports.ts';
import { cardLayouts } from './card-layouts.ts';
import { joinSpanned, type SourceFile } from './spanned.ts';

export type SourceKind = z.infer<typeof sourceKind>;

export interface SourceClip {
  readonly name: string;
  readonly parts: readonly SourceFile[];
}

export interface Scan {
  readonly kind: SourceKind;
  readonly label: string;
  readonly clips: readonly SourceClip[];
}

const videoEndings = new Set([
  '.mp4',
  '.m4v',
  '.mov',
  '.mts',
  '.m2ts',
  '.m2t',
  '.ts',
  '.mpg',
  '.mpeg',
  '.mod',
  '.tod',
  '.vob',
  '.ps',
  '.avi',
  '.dv',
  '.mkv',
  '.webm',
  '.3gp',
  '.3g2',
]);

/**
 * Looks at what a person pointed to: files as they are, a card or camera by its folders, any other folder by endings.
 * @throws AppError `source-missing`, `source-unreadable`, `folder-empty`.
 */
export async function scanSources(paths: readonly string[]): Promise<Scan> {
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && (await kindOf(only)) === 'folder') return scanFolder(only);
  const files: SourceFile[] = [];
  for (const path of paths) {
    if ((await kindOf(path)) === 'folder') files.push(...(await filesIn(path, true)));
    else files.push(await sourceFile(path));
  }
  return { kind: 'files', label: '', clips: clipsOf(files) };
}

/** The kind of card whose folders are in `root`; null when it is an ordinary folder. */
export async function recogniseCard(root: string): Promise<{ kind: SourceKind; folders: string[] } | null> {
  for (const { kind, folders } of cardLayouts) {
    const present: string[] = [];
    for (const folder of folders) {
      const path = join(root, ...folder.split('/'));
      if ((await kindOf(path).catch(() => 'nothing')) === 'folder') present.push(path);
    }
    if (present.length > 0) return { kind, folders: present };
  }
  return null;
}

async function scanFolder(root: string): Promise<Scan> {
  const card = await recogniseCard(root);
  const folders = card?.folders ?? [root];
  const files = (await Promise.all(folders.map((folder) => filesIn(folder, true)))).flat();
  if (files.length === 0) throw new AppError('folder-empty');
  return { kind: card?.kind ?? 'folder', label: basename(root), clips: clipsOf(files) };
}

function clipsOf(files: readonly SourceFile[]): SourceClip[] {
  return joinSpanned(files).map((parts) => ({ name: basename(parts[0]?.path ?? ''), parts }));
}

async function filesIn(folder: string, recursive: boolean): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive, withFileTypes: true }).catch(refuse);
  const videos = entries.filter(
    (entry) =>
      entry.isFile() && !entry.name.startsWith('.') && videoEndings.has(extname(entry.name).toLowerCase()),
  );
  return Promise.all(videos.map((entry) => sourceFile(join(entry.parentPath, entry.name))));
}

async function sourceFile(path: string): Promise<SourceFile> {
  const { size, mtimeMs } = await stat(path).catch(refuse);
  return { path, sizeBytes: size, modifiedAt: Math.round(mtimeMs) };
}

async function kindOf(path: string): Promise<'folder' | 'file'> {
  return (await stat(path).catch(refuse)).isDirectory() ? 'folder' : 'file';
}

function refuse(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  throw new AppError(
    code === 'ENOENT' || code === 'ENAMETOOLONG' ? 'source-missing' : 'source-unreadable',
    {},
    { cause: error },
  );
}
