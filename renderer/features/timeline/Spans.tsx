import type { FrameClock } from '../../../shared/domain/frames.ts';
import { cx } from '../../ui/cx.ts';
import styles from './Timeline.module.css';
import { xOf, type View } from './view.ts';

/** A fragment on the timeline. */
export interface Span {
  readonly id: string;
  readonly name: string;
  readonly inFrame: number;
  readonly outFrame: number;
}

interface SpansProps {
  readonly view: View;
  readonly clock: FrameClock;
  readonly spans: readonly Span[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
}

/** Fragments as spans with their names. Not in the tab order: the list of fragments is their twin for keys. */
export function Spans({ view, clock, spans, selectedId, onSelect }: SpansProps) {
  return (
    <div className={styles.spans}>
      {spans.map((span, n) => {
        const from = Math.max(-4, xOf(view, clock.timeOf(span.inFrame)));
        const to = Math.min(view.widthPx + 4, xOf(view, clock.timeOf(span.outFrame)));
        if (to < 0 || from > view.widthPx) return null;
        return (
          <button
            key={span.id}
            type="button"
            tabIndex={-1}
            className={cx(styles.span, styles[`tone${n % 3}`])}
            style={{ transform: `translateX(${from}px)`, width: Math.max(6, to - from) }}
            aria-pressed={span.id === selectedId}
            onPointerDown={(event) => event.stopPropagation()}
            onClick={() => onSelect(span.id)}
            title={span.name}
          >
            {span.name}
          </button>
        );
      })}
    </div>
  );
}
