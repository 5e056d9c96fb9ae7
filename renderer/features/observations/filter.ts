import type { Observation, ObservationKind } from '../../../shared/contract/observations.ts';

export interface ObservationFilter {
  readonly words: string;
  readonly kind: ObservationKind | null;
  readonly tag: string | null;
  readonly authorId: string | null;
}

export const noFilter: ObservationFilter = { words: '', kind: null, tag: null, authorId: null };

/** The observations that fit every part of the filter; accents and capitals make no difference. */
export function filtered(all: readonly Observation[], filter: ObservationFilter): readonly Observation[] {
  const words = folded(filter.words).split(/\s+/).filter(Boolean);
  if (!isFiltering(filter)) return all;
  return all.filter((observation) => {
    if (filter.kind !== null && observation.kind !== filter.kind) return false;
    if (filter.tag !== null && observation.tag !== filter.tag) return false;
    if (filter.authorId !== null && observation.authorId !== filter.authorId) return false;
    const text = folded(`${observation.text} ${observation.tag ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

export function isFiltering(filter: ObservationFilter): boolean {
  return (
    filter.words.trim() !== '' || filter.kind !== null || filter.tag !== null || filter.authorId !== null
  );
}

/**
 * The observation that is "now" for the playhead: the last that began at or before it; -1 before the first.
 * @param sorted in order of time.
 */
export function indexAt(sorted: readonly Observation[], ms: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.atMs ?? Number.POSITIVE_INFINITY) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
