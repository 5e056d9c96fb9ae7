import { describe, expect, it } from 'vitest';
import type { Offer, OfferedClip } from '../../../shared/contract/imports.ts';
import { bytesNeeded, firstChoice } from '../../../renderer/features/imports/choice.ts';

const clip = (id: string, more: Partial<OfferedClip> = {}): OfferedClip => ({
  id,
  name: `${id}.mts`,
  parts: 1,
  sizeBytes: 1000,
  recordedAt: null,
  durationMs: 60_000,
  alreadyImportedAs: null,
  refusal: null,
  ...more,
});
const offer = (kind: Offer['kind'], clips: OfferedClip[]): Offer => ({
  id: 'offer',
  kind,
  label: '',
  clips,
  neededBytes: 4050,
  freeBytes: null,
});
const known = { alreadyImportedAs: 'recording' };
const refused = { refusal: { code: 'file-empty', params: {} } };

describe('bringing in', () => {
  it('takes along every file that was picked one by one', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((id) => clip(id));
    expect([...firstChoice(offer('files', many))]).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('leaves the choice to the person when a card holds many lessons', () => {
    const many = ['a', 'b', 'c', 'd'].map((id) => clip(id));
    expect(firstChoice(offer('avchd', many)).size).toBe(0);
    expect([...firstChoice(offer('avchd', many.slice(0, 2)))]).toEqual(['a', 'b']);
  });

  it('never takes along by itself what is here already or cannot come in', () => {
    expect([...firstChoice(offer('files', [clip('a', known), clip('b', refused), clip('c')]))]).toEqual([
      'c',
    ]);
  });

  it('counts the room of what is chosen, with what is made beside it', () => {
    const three = offer('files', [clip('a'), clip('b', { sizeBytes: 2000 }), clip('c', refused)]);
    expect(bytesNeeded(three, new Set(['a', 'b']))).toBe(4050);
    expect(bytesNeeded(three, new Set(['a']))).toBe(1350);
    expect(bytesNeeded(three, new Set())).toBe(0);
  });
});
