import type { z } from 'zod';
import type { hit } from '../../../shared/contract/search.ts';

export type Hit = z.infer<typeof hit>;
export type GroupName = 'notes' | 'cases' | 'recordings' | 'fragments';

export interface Group {
  readonly name: GroupName;
  readonly hits: readonly Hit[];
}

const groupOf: Readonly<Record<Hit['kind'], GroupName>> = {
  observation: 'notes',
  question: 'notes',
  case: 'cases',
  'learning-question': 'cases',
  avp: 'cases',
  fragment: 'fragments',
  recording: 'recordings',
};

/** Hits by what they lead to, best group first as main ordered the hits. */
export function hitGroups(hits: readonly Hit[]): Group[] {
  return [...Map.groupBy(hits, ({ kind }) => groupOf[kind])].map(([name, found]) => ({ name, hits: found }));
}

/** Where a hit leads: the case, or the recording at its moment. */
export function placeOf({ caseId, recordingId, atMs }: Hit): string {
  if (caseId !== null) return `/cases/${caseId}`;
  const at = atMs === null ? '' : `?at=${atMs}`;
  return `/recordings/${recordingId ?? ''}${at}`;
}

export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** Cuts an excerpt at the marks main put round the found words (U+E000 and U+E001). */
export function piecesOf(excerpt: string): Piece[] {
  return excerpt
    .split('\uE000')
    .flatMap((part, at) => {
      if (at === 0) return [{ text: part, found: false }];
      const [words = '', rest = ''] = part.split('\uE001');
      return [
        { text: words, found: true },
        { text: rest, found: false },
      ];
    })
    .filter(({ text }) => text !== '');
}
