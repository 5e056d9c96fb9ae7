import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import type { PlayheadPort } from './playhead-port.ts';
import { usePinch, type Pinch } from './use-pinch.ts';
import { following, panBy, resized, viewOfRange, wholeView, zoomAt, type View } from './view.ts';

export interface Viewing {
  readonly view: View;
  /** Above 1 is closer; around the playhead when it is in sight, else around the middle. */
  readonly zoom: (factor: number) => void;
  readonly whole: () => void;
  readonly showRange: (fromMs: number, untilMs: number) => void;
}

/** What the timeline shows: follows its own width, the wheel, two fingers and the playhead. */
export function useView(
  box: RefObject<HTMLElement | null>,
  durationMs: number,
  playhead: PlayheadPort,
): Viewing {
  const [view, setView] = useState(() => wholeView(durationMs, 1));

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() =>
      setView((now) =>
        now.durationMs === durationMs
          ? resized(now, element.clientWidth)
          : wholeView(durationMs, element.clientWidth),
      ),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, durationMs]);

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      const x = event.clientX - element.getBoundingClientRect().left;
      if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY))
        setView((now) => panBy(now, sideways));
      else setView((now) => zoomAt(now, Math.exp(-event.deltaY / 250), x));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [box]);

  const pinched = useCallback(
    ({ factor, x, dx }: Pinch) => setView((now) => panBy(zoomAt(now, factor, x), -dx)),
    [],
  );
  usePinch(box, pinched);

  useEffect(() => {
    const { clock } = playhead.source;
    return playhead.subscribe(() => {
      const { frame } = playhead.get();
      setView((now) => following(now, clock.timeOf(frame)));
    });
  }, [playhead]);

  return {
    view,
    zoom: useCallback(
      (factor) =>
        setView((now) => {
          const ms = playhead.source.clock.timeOf(playhead.get().frame);
          const x = (ms - now.fromMs) / now.msPerPx;
          return zoomAt(now, factor, x >= 0 && x <= now.widthPx ? x : now.widthPx / 2);
        }),
      [playhead],
    ),
    whole: useCallback(() => setView((now) => wholeView(now.durationMs, now.widthPx)), []),
    showRange: useCallback((fromMs, untilMs) => setView((now) => viewOfRange(now, fromMs, untilMs)), []),
  };
}
