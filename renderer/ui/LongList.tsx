import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';
import styles from './LongList.module.css';

interface LongListProps {
  readonly total: number;
  /** Height of a row as far as it is known before it is drawn, in pixels. */
  readonly rowPx: number;
  /** Told which rows are in sight (with some to come), so that they can be asked for. */
  readonly onShown: (first: number, last: number) => void;
  readonly children: (index: number) => ReactNode;
}

/** A list of thousands: only what is in sight is drawn; a screen reader still hears how long it is. */
export function LongList({ total, rowPx, onShown, children }: LongListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 6,
    onChange: ({ range }) => onShown(range?.startIndex ?? 0, (range?.endIndex ?? 0) + 20),
  });
  return (
    <div ref={scroller} className={styles.scroller} hidden={total === 0}>
      <ul className={styles.list} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, key }) => (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            className={styles.row}
            style={{ transform: `translateY(${start}px)` }}
            aria-setsize={total}
            aria-posinset={index + 1}
          >
            {children(index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
