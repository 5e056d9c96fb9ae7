import { describe, expect, it } from 'vitest';
import { hitGroups, piecesOf, placeOf, type Hit } from '../../../renderer/features/search/hits.ts';
import { lastPlace } from '../../../renderer/features/home/last-place.ts';

const hit = (more: Partial<Hit>): Hit => ({
  kind: 'observation',
  id: 'h',
  excerpt: '',
  recordingId: null,
  caseId: null,
  atMs: null,
  ...more,
});

describe('what was found', () => {
  it('leads to the moment in the recording', () => {
    expect(placeOf(hit({ recordingId: 'r', atMs: 12_000 }))).toBe('/recordings/r?at=12000');
    expect(placeOf(hit({ kind: 'recording', recordingId: 'r' }))).toBe('/recordings/r');
  });

  it('leads to the case for whatever belongs to one', () => {
    expect(placeOf(hit({ kind: 'avp', caseId: 'c' }))).toBe('/cases/c');
  });

  it('stands together by what it leads to, the best first', () => {
    const groups = hitGroups([
      hit({ id: '1', kind: 'avp' }),
      hit({ id: '2' }),
      hit({ id: '3', kind: 'case' }),
      hit({ id: '4', kind: 'question' }),
    ]);
    expect(groups.map(({ name, hits }) => [name, hits.map(({ id }) => id)])).toEqual([
      ['cases', ['1', '3']],
      ['notes', ['2', '4']],
    ]);
  });

  it('shows which words were found', () => {
    expect(piecesOf('de \uE000leraar\uE001 wacht')).toEqual([
      { text: 'de ', found: false },
      { text: 'leraar', found: true },
      { text: ' wacht', found: false },
    ]);
    expect(piecesOf('niets')).toEqual([{ text: 'niets', found: false }]);
  });
});

describe('where I was', () => {
  const kept = (value: string | null) => lastPlace({ getItem: () => value });
  it('is the recording or case of last time', () => {
    expect(kept('/recordings/abc')).toEqual({ kind: 'recordings', id: 'abc' });
    expect(kept('/cases/abc')).toEqual({ kind: 'cases', id: 'abc' });
  });
  it('is nowhere on a new laptop', () => {
    expect(kept(null)).toBeNull();
    expect(kept('/settings')).toBeNull();
  });
});
