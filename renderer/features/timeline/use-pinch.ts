import { useEffect, type RefObject } from 'react';

/** Two fingers: how much they spread (above 1 is apart), around which place, and how far that place went. */
export interface Pinch {
  readonly factor: number;
  readonly x: number;
  readonly dx: number;
}

/** Hears two fingers on the timeline. One finger is left to whoever else listens; two are taken from them. */
export function usePinch(box: RefObject<HTMLElement | null>, onPinch: (pinch: Pinch) => void): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const held = new Map<number, number>();
    const down = (event: PointerEvent): void => {
      if (event.pointerType === 'touch') held.set(event.pointerId, event.clientX);
      if (held.size > 1) event.stopPropagation();
    };
    const move = (event: PointerEvent): void => {
      const before = held.get(event.pointerId);
      if (before === undefined) return;
      held.set(event.pointerId, event.clientX);
      const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
      if (other === undefined) return;
      event.stopPropagation();
      const after = event.clientX;
      const left = element.getBoundingClientRect().left;
      // Fingers almost above each other would zoom wildly on a pixel.
      const spread = (x: number): number => Math.max(24, Math.abs(x - other));
      onPinch({
        factor: spread(after) / spread(before),
        x: (after + other) / 2 - left,
        dx: (after - before) / 2,
      });
    };
    const up = (event: PointerEvent): void => void held.delete(event.pointerId);
    element.addEventListener('pointerdown', down, true);
    element.addEventListener('pointermove', move, true);
    window.addEventListener('pointerup', up, true);
    window.addEventListener('pointercancel', up, true);
    return () => {
      element.removeEventListener('pointerdown', down, true);
      element.removeEventListener('pointermove', move, true);
      window.removeEventListener('pointerup', up, true);
      window.removeEventListener('pointercancel', up, true);
    };
  }, [box, onPinch]);
}
