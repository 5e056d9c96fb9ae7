import { describe, expect, it } from 'vitest';
import { chordOf, shownChord } from '../../../renderer/ui/keys/chord.ts';
import { conflicts, findBinding, type KeyBinding } from '../../../renderer/ui/keys/registry.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('a key press', () => {
  it.each([
    [press(' '), 'Space'],
    [press('K'), 'k'],
    [press('K', { shiftKey: true }), 'Shift+k'],
    [press('ArrowLeft', { shiftKey: true }), 'Shift+ArrowLeft'],
    [press('?', { shiftKey: true }), '?'],
    [press('.', { ctrlKey: true }), 'Mod+.'],
    [press('1', { ctrlKey: true }), 'Mod+1'],
  ])('%j is written as %s', (event, chord) => {
    expect(chordOf(event, false)).toBe(chord);
  });

  it('takes Cmd for Mod on a Mac, and Ctrl for itself', () => {
    expect(chordOf(press('.', { metaKey: true }), true)).toBe('Mod+.');
    expect(chordOf(press('.', { ctrlKey: true }), true)).toBe('Super+.');
  });

  it('is shown as it stands on the keyboard', () => {
    expect(shownChord('Shift+ArrowLeft', { space: 'Spatie' }, false)).toBe('⇧ ←');
    expect(shownChord('Mod+.', { space: 'Spatie' }, true)).toBe('⌘ .');
    expect(shownChord('Space', { space: 'Spatie' }, false)).toBe('Spatie');
  });
});

describe('the registry of keys', () => {
  const binding = (id: string, ...keys: string[]): KeyBinding => ({
    id,
    keys,
    label: id,
    group: 'test',
    run: () => undefined,
  });
  const layers = [
    { owner: 'frame', bindings: [binding('search', '/'), binding('help', '?')] },
    { owner: 'player', bindings: [binding('play', 'Space', 'k'), binding('find-here', '/')] },
  ];

  it('gives a key to the layer that came last', () => {
    expect(findBinding(layers, '/')?.id).toBe('find-here');
    expect(findBinding(layers, 'k')?.id).toBe('play');
    expect(findBinding(layers, 'x')).toBeUndefined();
  });

  it('names the keys that two claim', () => {
    expect(conflicts(layers)).toEqual(['/']);
    expect(conflicts(layers.slice(0, 1))).toEqual([]);
  });
});
