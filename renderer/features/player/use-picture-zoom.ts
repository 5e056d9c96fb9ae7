import { useEffect, useRef, useState, type RefObject } from 'react';
import { moved, noZoom, zoomedAt, type PictureZoom } from './picture-zoom.ts';

export interface PictureZooming {
  readonly zoom: PictureZoom;
  readonly closer: () => void;
  readonly reset: () => void;
  /** Moves what is seen by eighths of the frame. */
  readonly pan: (dx: number, dy: number) => void;
}

interface Finger {
  readonly x: number;
  readonly y: number;
}

/** Zoom into the picture by wheel, pinch, drag and key. @param active false while one draws on it. */
export function usePictureZoom(frame: RefObject<HTMLElement | null>, active: boolean): PictureZooming {
  const [zoom, setZoom] = useState(noZoom);
  const fingers = useRef(new Map<number, Finger>());

  useEffect(() => {
    const element = frame.current;
    if (!element || !active) return undefined;
    const held = fingers.current;
    const place = (x: number, y: number): readonly [number, number] => {
      const box = element.getBoundingClientRect();
      return [(x - box.left) / box.width, (y - box.top) / box.height];
    };
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const [x, y] = place(event.clientX, event.clientY);
      setZoom((now) => zoomedAt(now, Math.exp(-event.deltaY / 300), x, y));
    };
    const down = (event: PointerEvent): void => {
      held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    };
    const move = (event: PointerEvent): void => {
      const before = held.get(event.pointerId);
      if (!before) return;
      const after = { x: event.clientX, y: event.clientY };
      const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
      held.set(event.pointerId, after);
      const box = element.getBoundingClientRect();
      if (!other) {
        setZoom((now) => moved(now, (after.x - before.x) / box.width, (after.y - before.y) / box.height));
        return;
      }
      const spread = (finger: Finger): number => Math.hypot(finger.x - other.x, finger.y - other.y);
      const [x, y] = place((after.x + other.x) / 2, (after.y + other.y) / 2);
      setZoom((now) => zoomedAt(now, spread(after) / Math.max(1, spread(before)), x, y));
    };
    const up = (event: PointerEvent): void => void held.delete(event.pointerId);
    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('pointerdown', down);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', up);
    return () => {
      held.clear();
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('pointerdown', down);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', up);
    };
  }, [frame, active]);

  return {
    zoom,
    closer: () => setZoom((now) => (now.scale > 7.9 ? noZoom : zoomedAt(now, 1.5, 0.5, 0.5))),
    reset: () => setZoom(noZoom),
    pan: (dx, dy) => setZoom((now) => moved(now, dx / 8, dy / 8)),
  };
}
