import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FrameClock } from '../../../shared/domain/frames.ts';
import { nearestBoundary } from '../../../shared/domain/frames.ts';
import { formatTime } from './format-time.ts';
import styles from './Timeline.module.css';
import { msAt, xOf, type View } from './view.ts';

/** The ends being marked; an end that is not set yet is null. `outFrame` is the first frame not shown. */
export interface MarkedRange {
  readonly inFrame: number | null;
  readonly outFrame: number | null;
}

interface RangeHandlesProps {
  readonly view: View;
  readonly clock: FrameClock;
  readonly range: MarkedRange;
  /** While an end is dragged; the picture goes with it. */
  readonly onDrag: (range: MarkedRange) => void;
  /** When an end is let go. */
  readonly onChange: (range: MarkedRange) => void;
  readonly box: () => DOMRect | undefined;
}

type End = 'inFrame' | 'outFrame';

/** The two ends of the range as handles: dragged by mouse, pen or finger, moved by keys. */
export function RangeHandles(props: RangeHandlesProps) {
  const { view, clock, range } = props;
  const from = range.inFrame === null ? null : xOf(view, clock.timeOf(range.inFrame));
  const to = range.outFrame === null ? null : xOf(view, clock.timeOf(range.outFrame));
  return (
    <>
      {from !== null && to !== null && (
        <div
          className={styles.range}
          style={{ transform: `translateX(${from}px)`, width: Math.max(1, to - from) }}
        />
      )}
      <Handle {...props} end="inFrame" />
      <Handle {...props} end="outFrame" />
    </>
  );
}

function Handle({
  view,
  clock,
  range,
  onDrag,
  onChange,
  box,
  end,
}: RangeHandlesProps & { readonly end: End }) {
  const { t, i18n } = useTranslation('timeline');
  const [dragged, setDragged] = useState(false);
  const frame = range[end];
  if (frame === null) return null;
  const x = xOf(view, clock.timeOf(frame));
  if (x < -20 || x > view.widthPx + 20) return null;

  const moved = (wanted: number): MarkedRange => {
    const other = end === 'inFrame' ? range.outFrame : range.inFrame;
    const low = end === 'outFrame' ? (other ?? 0) + 1 : 0;
    const high = end === 'inFrame' ? (other ?? clock.frameCount) - 1 : clock.frameCount;
    return { ...range, [end]: Math.min(Math.max(wanted, low), high) };
  };
  const under = (event: PointerEvent): MarkedRange =>
    moved(nearestBoundary(clock, msAt(view, event.clientX - (box()?.left ?? 0))));
  const pressed = (event: KeyboardEvent): void => {
    const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (direction === undefined || event.altKey) return;
    event.preventDefault();
    const ms = clock.timeOf(frame) + direction * 1000;
    const after = moved(event.shiftKey ? nearestBoundary(clock, Math.max(0, ms)) : frame + direction);
    onDrag(after);
    onChange(after);
  };
  // The out-end shows the last frame that is seen, not the first one that is not.
  const seen = end === 'inFrame' ? frame : frame - 1;
  const words = t('at', { time: formatTime(clock.timeOf(seen), i18n.language), frame: seen });
  return (
    <div
      className={end === 'inFrame' ? styles.handleIn : styles.handleOut}
      style={{ transform: `translateX(${x}px)` }}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input's thumb cannot lie over these canvases
      role="slider"
      tabIndex={0}
      aria-label={t(end === 'inFrame' ? 'in' : 'out')}
      aria-valuemin={0}
      aria-valuemax={clock.frameCount}
      aria-valuenow={frame}
      aria-valuetext={words}
      data-end={end}
      onKeyDown={pressed}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(true);
      }}
      onPointerMove={(event) => dragged && onDrag(under(event))}
      onPointerUp={(event) => {
        if (!dragged) return;
        setDragged(false);
        onChange(under(event));
      }}
      onPointerCancel={() => setDragged(false)}
    >
      {dragged && <span className={styles.bubble}>{words}</span>}
    </div>
  );
}
