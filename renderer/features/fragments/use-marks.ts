import { useMemo, useState } from 'react';
import type { Fragment } from '../../../shared/contract/fragments.ts';
import type { MarkedRange, PlayheadPort } from '../timeline/index.ts';

/** The ends being set: of a new fragment, or of the one that is selected. */
export interface Marks {
  readonly range: MarkedRange;
  /** The fragment whose ends these are; null while a new one is marked. */
  readonly fragment: Fragment | null;
  readonly markIn: () => void;
  readonly markOut: () => void;
  readonly set: (range: MarkedRange) => void;
  readonly clear: () => void;
}

const nothing: MarkedRange = { inFrame: null, outFrame: null };

/** A range with a new begin or end; the other end gives way when the range would be empty or backwards. */
export function withEnd(range: MarkedRange, end: 'in' | 'out', shown: number): MarkedRange {
  const { inFrame, outFrame } = range;
  if (end === 'in')
    return { inFrame: shown, outFrame: outFrame !== null && outFrame <= shown ? null : outFrame };
  // The frame on screen is the last one that is seen: the end lies after it.
  const after = shown + 1;
  return { inFrame: inFrame !== null && inFrame >= after ? null : inFrame, outFrame: after };
}

/**
 * Holds the ends being set.
 * @param fragment whose ends are adjusted; null for a new one.
 * @param onAdjusted a whole range of that fragment, once it is let go.
 */
export function useMarks(
  playhead: PlayheadPort | null,
  fragment: Fragment | null,
  onAdjusted: (fragment: Fragment, inFrame: number, outFrame: number) => void,
): Marks {
  const [fresh, setFresh] = useState(nothing);
  // Ends of a fragment while they are moved; until main has answered they show what was asked.
  const [moving, setMoving] = useState<{ id: string; range: MarkedRange } | null>(null);

  return useMemo(() => {
    const own = fragment && { inFrame: fragment.inFrame, outFrame: fragment.outFrame };
    const range = fragment ? ((moving?.id === fragment.id ? moving.range : null) ?? own ?? nothing) : fresh;
    const set = (after: MarkedRange): void => {
      if (fragment) setMoving({ id: fragment.id, range: after });
      else setFresh(after);
    };
    const mark = (end: 'in' | 'out'): void => {
      if (!playhead) return;
      const after = withEnd(range, end, playhead.get().frame);
      // A fragment always has two ends; one that would turn it inside out is not taken.
      if (fragment && (after.inFrame === null || after.outFrame === null)) return;
      set(after);
      if (fragment && after.inFrame !== null && after.outFrame !== null)
        onAdjusted(fragment, after.inFrame, after.outFrame);
    };
    return {
      range,
      fragment,
      markIn: () => mark('in'),
      markOut: () => mark('out'),
      set,
      clear: () => (fragment ? setMoving(null) : setFresh(nothing)),
    };
  }, [playhead, fragment, fresh, moving, onAdjusted]);
}
