import { basename, dirname, extname } from 'node:path';

export interface SourceFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedAt: number;
}

/** Cards of 2 and 4 GB file limits: a part is full when it ends within this of a limit. */
const limits = [2 ** 31, 2 ** 32];
const slackBytes = 64 << 20;
const transport = new Set(['.mts', '.m2ts', '.m2t', '.ts']);
const splittable = new Set([...transport, '.mp4', '.mov']);

/**
 * Puts the parts of one take together. Chapters say in their name which take they belong to (GoPro). Otherwise:
 * consecutively numbered clips in one folder, each but the last as full as a card allows.
 * @param full whether a part is as large as its card allows; handed in by tests, which cannot write 4 GB.
 */
export function joinSpanned(
  files: readonly SourceFile[],
  full: (file: SourceFile) => boolean = isFull,
): SourceFile[][] {
  const takes: SourceFile[][] = [];
  const chaptered = new Map<string, SourceFile[]>();
  for (const file of files.toSorted((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))) {
    const key = chapterKey(file);
    const chapters = key === null ? undefined : chaptered.get(key);
    const take = takes.at(-1);
    const previous = take?.at(-1);
    if (chapters) chapters.push(file);
    else if (key === null && take && previous && full(previous) && follows(previous, file)) take.push(file);
    else {
      const fresh = [file];
      takes.push(fresh);
      if (key !== null) chaptered.set(key, fresh);
    }
  }
  return takes;
}

/** True when parts laid end to end, byte for byte, are the take itself: transport streams are cut between packets. */
export function joinsByBytes(path: string): boolean {
  return transport.has(extname(path).toLowerCase());
}

/** GoPro: GH01 0042, GH02 0042 …; before the Hero 6 GOPR 0042, GP01 0042 … */
function chapterKey(file: SourceFile): string | null {
  const [, kind, take] = /^(G[HX]\d{2}|GOPR|GP\d{2})(\d{4})\.mp4$/i.exec(basename(file.path)) ?? [];
  if (kind === undefined || take === undefined) return null;
  return `${dirname(file.path)}/${/^GO?P/i.test(kind) ? 'GP' : kind.slice(0, 2).toUpperCase()}/${take}`;
}

function follows(previous: SourceFile, next: SourceFile): boolean {
  if (dirname(previous.path) !== dirname(next.path)) return false;
  const ending = extname(next.path).toLowerCase();
  return (
    splittable.has(ending) &&
    ending === extname(previous.path).toLowerCase() &&
    numberOf(next) === numberOf(previous) + 1
  );
}

function numberOf(file: SourceFile): number {
  return Number(/(\d+)\D*$/.exec(basename(file.path, extname(file.path)))?.[1] ?? Number.NaN);
}

function isFull(file: SourceFile): boolean {
  return limits.some((limit) => file.sizeBytes <= limit && file.sizeBytes > limit - slackBytes);
}
