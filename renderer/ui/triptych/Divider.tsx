import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { cx } from '../cx.ts';
import styles from './Triptych.module.css';

interface DividerProps {
  readonly label: string;
  /** Share of the panel before it, for who listens. */
  readonly share: number;
  /** One of its panels is folded: it stands still. */
  readonly fixed: boolean;
  /** Width in px that a share of 1 stands for. */
  readonly openWidth: () => number;
  readonly onMove: (byShare: number) => void;
  readonly onFold: () => void;
}

/** The edge between two panels: drag it, or move it with the arrow keys; Enter or a double click folds. */
export function Divider({ label, share, fixed, openWidth, onMove, onFold }: DividerProps) {
  const last = useRef<number | null>(null);
  if (fixed) return <div className={styles.divider} />;
  const press = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = event.clientX;
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (last.current === null) return;
    onMove((event.clientX - last.current) / openWidth());
    last.current = event.clientX;
  };
  const release = (): void => {
    last.current = null;
  };
  const key = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 0.1 : 0.02;
    const moves: Readonly<Record<string, number>> = { ArrowLeft: -step, ArrowRight: step, Home: -1, End: 1 };
    const by = moves[event.key];
    if (by !== undefined) onMove(by);
    else if (event.key === 'Enter') onFold();
    else return;
    event.preventDefault();
  };
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a separator with a value is a control (ARIA 1.2), which hr is not
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      className={cx(styles.divider, styles.movable)}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
      onDoubleClick={onFold}
      onKeyDown={key}
    />
  );
}
