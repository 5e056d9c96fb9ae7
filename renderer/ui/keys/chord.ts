/** Keys as they are written in bindings: `k`, `Shift+ArrowLeft`, `Mod+.`, `Space`, `?`. `Mod` is Cmd on a Mac, else Ctrl. */
export type Chord = string;

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The chord of a key press. Shift counts for letters and named keys; in `?` it is part of the sign itself. */
export function chordOf(event: Pressed, mac: boolean): Chord {
  const key = event.key === ' ' ? 'Space' : event.key;
  const isSign = key.length === 1 && !/\p{L}|\d/u.test(key);
  const parts = [
    (mac ? event.metaKey : event.ctrlKey) && 'Mod',
    (mac ? event.ctrlKey : event.metaKey) && 'Super',
    event.altKey && 'Alt',
    event.shiftKey && !isSign && 'Shift',
    key.length === 1 ? key.toLowerCase() : key,
  ];
  return parts.filter(Boolean).join('+');
}

const names: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Shift: '⇧',
  Escape: 'Esc',
  Enter: '↵',
  Delete: 'Del',
};

/** A chord as it stands on the keyboard of this machine: `⇧ ←`, `Ctrl .`, `⌘ .`. */
export function shownChord(chord: Chord, words: { readonly space: string }, mac: boolean): string {
  const part = (name: string): string => {
    if (name === 'Mod') return mac ? '⌘' : 'Ctrl';
    if (name === 'Space') return words.space;
    return names[name] ?? (name.length === 1 ? name.toUpperCase() : name);
  };
  // The plus sign itself is a key too.
  return chord === '+' ? chord : chord.split('+').map(part).join(' ');
}

export const isMac = (): boolean => navigator.platform.startsWith('Mac');
