import { useCallback, useState } from 'react';
import { fittingLayout, type TriptychLayout } from './layout.ts';

/** The layout of a triptych, kept on this laptop between visits. */
export function useLayout(name: string, usual: readonly number[]) {
  const place = `drieluik.triptych.${name}`;
  const [layout, setLayout] = useState(() => fittingLayout(parsed(localStorage.getItem(place)), usual));
  const change = useCallback(
    (how: (layout: TriptychLayout) => TriptychLayout) =>
      setLayout((old) => {
        const next = how(old);
        localStorage.setItem(place, JSON.stringify(next));
        return next;
      }),
    [place],
  );
  return { layout, change };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch (error) {
    // Only a foreign hand writes this; the usual widths are as good.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
