import { useCallback, useEffect, useRef, useState } from 'react';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

/** Saved this long after the last keystroke: a thought is finished, and a crash costs half a second. */
const restMs = 500;

interface Autosave {
  readonly text: string;
  readonly state: SaveState;
  readonly write: (text: string) => void;
  /** Saves at once, as when the field is left. */
  readonly flush: () => void;
}

/**
 * A text that saves itself. What is being typed wins over what comes from elsewhere until it is saved.
 * @param save must reject when the text was not kept; it is tried again at the next keystroke or on leaving.
 */
export function useAutosave(stored: string, save: (text: string) => Promise<unknown>): Autosave {
  const [text, setText] = useState(stored);
  const [state, setState] = useState<SaveState>('saved');
  const waiting = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saver = useRef(save);
  useEffect(() => {
    saver.current = save;
  }, [save]);

  const flush = useCallback((): void => {
    clearTimeout(timer.current);
    const wanted = waiting.current;
    if (wanted === null) return;
    setState('saving');
    const keep = async (): Promise<void> => {
      try {
        await saver.current(wanted);
        // Typed on while saving: the newer text has its own timer.
        if (waiting.current !== wanted) return;
        waiting.current = null;
        setState('saved');
      } catch {
        // Shown beside the field; the text stays in it and is tried again at the next keystroke or on leaving.
        setState('failed');
      }
    };
    void keep();
  }, []);

  const write = useCallback(
    (next: string): void => {
      setText(next);
      waiting.current = next;
      setState('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, restMs);
    },
    [flush],
  );

  useEffect(() => {
    if (waiting.current === null) setText(stored);
  }, [stored]);
  // Leaving the screen is no reason to lose the last words.
  useEffect(() => flush, [flush]);
  return { text, state, write, flush };
}
