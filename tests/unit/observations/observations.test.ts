import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../shared/contract/observations.ts';
import {
  emptyDraft,
  holdsSomething,
  keepDraft,
  keptDraft,
  pinnedAt,
  rangeMarked,
  typed,
} from '../../../renderer/features/observations/draft.ts';
import { filtered, indexAt, noFilter } from '../../../renderer/features/observations/filter.ts';

function storage(): Map<string, string> & { getItem: (k: string) => string | null } {
  const map = new Map<string, string>();
  return Object.assign(map, {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  });
}

function note(id: string, atMs: number, text: string, more: Partial<Observation> = {}): Observation {
  const empty = {
    untilMs: null,
    tag: null,
    authorId: null,
    drawing: null,
    createdAt: 0,
    updatedAt: 0,
    edits: 0,
  };
  return { id, recordingId: 'r', atMs, kind: 'observation', text, ...empty, ...more };
}

describe('writing an observation', () => {
  it('takes the moment of the first keystroke, not of the last', () => {
    const first = typed(emptyDraft, 'H', 12_400);
    expect(typed(first, 'Hij kijkt op', 19_000).atMs).toBe(12_400);
  });

  it('gives the moment back when everything is wiped', () => {
    const wiped = typed(typed(emptyDraft, 'H', 12_400), '', 13_000);
    expect(wiped.atMs).toBeNull();
    expect(typed(wiped, 'N', 20_000).atMs).toBe(20_000);
  });

  it('keeps the moment of N while nothing is written yet', () => {
    const pinned = pinnedAt(emptyDraft, 5000);
    expect(typed(pinned, 'Zij wijst', 9000).atMs).toBe(5000);
    expect(typed(pinned, '', 9000).atMs).toBe(5000);
  });

  it('does not move a note that is being written when N is pressed again', () => {
    const writing = typed(emptyDraft, 'Hij', 1000);
    expect(pinnedAt(writing, 9000)).toBe(writing);
  });

  it('marks a range with R twice, also backwards', () => {
    const begun = rangeMarked(emptyDraft, 8000, false);
    expect(rangeMarked(begun, 12_000, true)).toMatchObject({ atMs: 8000, untilMs: 12_000 });
    expect(rangeMarked(begun, 3000, true)).toMatchObject({ atMs: 3000, untilMs: 8000 });
    expect(rangeMarked(begun, 8000, true).untilMs).toBeNull();
  });

  it('survives a reload, and leaves nothing behind when it is empty', () => {
    const kept = storage();
    const draft = typed(emptyDraft, 'Stilte na de vraag', 4000);
    keepDraft(kept as never, 'r1', draft);
    expect(keptDraft(kept as never, 'r1')).toEqual(draft);
    expect(keptDraft(kept as never, 'r2')).toEqual(emptyDraft);
    keepDraft(kept as never, 'r1', emptyDraft);
    expect(kept.size).toBe(0);
    kept.set('drieluik.draft.r1', '{half');
    expect(keptDraft(kept as never, 'r1')).toEqual(emptyDraft);
  });

  it('knows that only blanks are nothing and a drawing is something', () => {
    expect(holdsSomething({ ...emptyDraft, text: '  \n' })).toBe(false);
    const shapes = [{ tool: 'freehand' as const, points: [[0, 0] as [number, number]] }];
    expect(holdsSomething({ ...emptyDraft, drawing: { shapes } })).toBe(true);
  });
});

describe('finding observations', () => {
  const all = [
    note('a', 1000, 'Één leerling steekt een vinger op', { tag: 'beurt' }),
    note('b', 2000, 'Wat wil je dat zij doen?', { kind: 'question', authorId: 'p' }),
    note('c', 2000, 'De leraar wacht drie tellen'),
  ];

  it('finds words without minding accents, capitals or order', () => {
    expect(filtered(all, { ...noFilter, words: 'VINGER een' }).map((o) => o.id)).toEqual(['a']);
    expect(filtered(all, { ...noFilter, words: 'beurt' }).map((o) => o.id)).toEqual(['a']);
  });

  it('filters by kind, author and tag together', () => {
    expect(filtered(all, { ...noFilter, kind: 'question', authorId: 'p' }).map((o) => o.id)).toEqual(['b']);
    expect(filtered(all, { ...noFilter, kind: 'question', tag: 'beurt' })).toEqual([]);
    expect(filtered(all, noFilter)).toBe(all);
  });

  it('knows which observation the playhead has reached', () => {
    expect([0, 1000, 1999, 2000, 9000].map((ms) => indexAt(all, ms))).toEqual([-1, 0, 0, 2, 2]);
  });
});
