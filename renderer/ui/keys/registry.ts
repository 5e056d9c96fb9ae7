import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import { create } from 'zustand';
import { chordOf, isMac, type Chord } from './chord.ts';

/** A key and what it does. `label` and `group` are translated words, shown under `?`. */
export interface KeyBinding {
  readonly id: string;
  readonly keys: readonly Chord[];
  readonly label: string;
  readonly group: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Also while a text field has focus; only for chords with Mod. */
  readonly whileTyping?: boolean;
  /** Also while a dialog is open. */
  readonly inDialogs?: boolean;
  /** Holding the key down repeats it. */
  readonly repeats?: boolean;
}

interface Layer {
  readonly owner: string;
  readonly bindings: readonly KeyBinding[];
}

export const useKeyLayers = create<{ readonly layers: readonly Layer[] }>(() => ({ layers: [] }));

/**
 * Registers keys for as long as the component is there. `run` may change at every render; the keys themselves
 * are compared by what they say.
 */
export function useKeys(bindings: readonly KeyBinding[], active = true): void {
  const owner = useId();
  const latest = useRef(bindings);
  useLayoutEffect(() => {
    latest.current = bindings;
  });
  const said = active ? JSON.stringify(bindings) : '';
  useEffect(() => {
    if (said === '') return undefined;
    const layer: Layer = {
      owner,
      bindings: latest.current.map((binding) => ({
        ...binding,
        run: (event) => latest.current.find(({ id }) => id === binding.id)?.run(event),
      })),
    };
    useKeyLayers.setState(({ layers }) => ({ layers: [...layers, layer] }));
    return () =>
      useKeyLayers.setState(({ layers }) => ({ layers: layers.filter((one) => one.owner !== owner) }));
  }, [owner, said]);
}

/** Chords that two live bindings claim; the one registered last wins, but there should be none. */
export function conflicts(layers: readonly Layer[]): Chord[] {
  const chords = layers.flatMap(({ bindings }) => bindings.flatMap(({ keys }) => keys));
  return [...new Set(chords.filter((chord, at) => chords.indexOf(chord) !== at))];
}

/** Starts listening for keys. @returns how to stop. */
export function listenForKeys(target: Window = window): () => void {
  const mac = isMac();
  const heard = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const binding = findBinding(useKeyLayers.getState().layers, chordOf(event, mac));
    if (!binding || (event.repeat && !binding.repeats)) return;
    if (!binding.whileTyping && isTakenBy(event)) return;
    if (!binding.inDialogs && document.querySelector('[data-modal]')) return;
    event.preventDefault();
    binding.run(event);
  };
  target.addEventListener('keydown', heard);
  return () => target.removeEventListener('keydown', heard);
}

export function findBinding(layers: readonly Layer[], chord: Chord): KeyBinding | undefined {
  for (const { bindings } of layers.toReversed()) {
    const found = bindings.find(({ keys }) => keys.includes(chord));
    if (found) return found;
  }
  return undefined;
}

const typedIn =
  'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable]';
const pressedOn =
  'button, a[href], summary, input, [role=button], [role=option], [role=menuitem], [role=tab]';
const steered =
  '[role=slider], [role=separator], [role=listbox], [role=menu], [role=tablist], input, [role=radiogroup]';

/** True when the key belongs to what has focus: text being typed, a button being pressed, a slider being moved. */
function isTakenBy(event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest(typedIn)) return true;
  if (key === ' ' || key === 'Enter') return target.closest(pressedOn) !== null;
  return /^(Arrow|Home|End|Page)/.test(key) && target.closest(steered) !== null;
}
