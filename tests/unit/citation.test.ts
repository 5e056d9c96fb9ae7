import { describe, expect, it } from 'vitest';
import {
  foldCitations,
  formatCitation,
  parseCitations,
  unfoldCitations,
  withoutCitations,
} from '../../shared/domain/citation.ts';

const one = { fragmentId: '01890000-0000-7000-8000-000000000001', atMs: 13_400 };
const two = { fragmentId: '01890000-0000-7000-8000-000000000002', atMs: 90_000 };
const label = ({ atMs }: { atMs: number }): string => String(atMs);

describe('citing a place in a fragment', () => {
  it('takes text apart without losing a character', () => {
    const text = `Kijk ${formatCitation(one)} en ${formatCitation(two)}. [[geen]] [[`;
    const pieces = parseCitations(text);
    expect(pieces.map((piece) => ('citation' in piece ? piece.source : piece.text)).join('')).toBe(text);
    expect(pieces.flatMap((piece) => ('citation' in piece ? [piece.citation] : []))).toEqual([one, two]);
  });

  it('shows short signs while one writes, and turns them back', () => {
    const text = `Eerst ${formatCitation(one)}, dan ${formatCitation(two)}`;
    const shown = foldCitations(text, label);
    expect(shown).toBe('Eerst ⟨13400⟩, dan ⟨90000⟩');
    expect(unfoldCitations(shown, [one, two], label)).toBe(text);
    expect(unfoldCitations('⟨zo maar⟩', [one], label)).toBe('⟨zo maar⟩');
  });

  it('reads aloud without ids', () => {
    expect(withoutCitations(`Hier ${formatCitation(one)} wacht ik.`)).toBe('Hier wacht ik.');
  });
});
