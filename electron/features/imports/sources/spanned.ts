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

/**
 * Puts the parts of one take together: consecutively numbered transport streams in one folder, each but the last as
 * full as a card allows. Transport streams are cut between packets, so parts laid end to end are the take itself.
 * @param full whether a part is as large as its card allows; handed in by tests, which cannot write 4 GB.
 */
export function joinSpanned(
  files: readonly SourceFile[],
  full: (file: SourceFile) => boolean = isFull,
): SourceFile[][] {
  const takes: SourceFile[][] = [];
  for (const file of files.toSorted((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))) {
    const take = takes.at(-1);
    const previous = take?.at(-1);
    if (take && previous && full(previous) && follows(previous, file)) take.push(file);
    else takes.push([file]);
  }
  return takes;
}

function follows(previous: SourceFile, next: SourceFile): boolean {
  if (dirname(previous.path) !== dirname(next.path)) return false;
  const ending = extname(next.path).toLowerCase();
  return (
    transport.has(ending) &&
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
