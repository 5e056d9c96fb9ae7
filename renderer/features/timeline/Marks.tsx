import { useCallback, useMemo, type PointerEvent } from 'react';
import type { Observation } from '../../../shared/contract/observations.ts';
import { Layer } from './Layer.tsx';
import { paintMarks, type ShownMark } from './paint.ts';
import type { Colours } from './colours.ts';
import { placeAt, spreadMarks, usualRules } from './spread-marks.ts';
import styles from './Timeline.module.css';
import { xOf, type View } from './view.ts';

export const markRowPx = 17;

export type TimelineMark = Pick<Observation, 'id' | 'atMs' | 'untilMs' | 'kind'>;

interface MarksProps {
  readonly view: View;
  /** In order of time. */
  readonly marks: readonly TimelineMark[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly colours: Colours;
  readonly font: string;
}

/** Observations as marks. For keys and screen readers the list of observations says the same. */
export function Marks({ view, marks, selectedId, onSelect, colours, font }: MarksProps) {
  const placed = useMemo(() => placedMarks(view, marks, selectedId), [view, marks, selectedId]);
  const paint = useCallback(
    (brush: CanvasRenderingContext2D) => {
      brush.font = font;
      paintMarks(brush, view, markRowPx, placed, colours);
    },
    [view, placed, colours, font],
  );
  const press = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = placeAt(placed, event.clientX - box.left, event.clientY - box.top, markRowPx);
    if (!place) return;
    event.stopPropagation();
    // In a bundle each press goes to the next one.
    const at = selectedId === null ? -1 : place.ids.indexOf(selectedId);
    const id = place.ids[(at + 1) % place.ids.length];
    if (id !== undefined) onSelect(id);
  };
  return (
    <div className={styles.marks} onPointerDown={press} data-marks={placed.length}>
      <Layer width={view.widthPx} height={markRowPx * usualRules.rows} paint={paint} />
    </div>
  );
}

function placedMarks(view: View, marks: readonly TimelineMark[], selectedId: string | null): ShownMark[] {
  const known = new Map(marks.map((mark) => [mark.id, mark]));
  const inSight = marks
    .map((mark) => ({ id: mark.id, x: xOf(view, mark.atMs) }))
    .filter(({ x }) => x >= -20 && x <= view.widthPx + 20);
  return spreadMarks(inSight).map((place) => {
    const first = known.get(place.ids[0] ?? '');
    const until = first?.untilMs ?? null;
    return {
      ...place,
      kind: place.ids.every((id) => known.get(id)?.kind === first?.kind) ? (first?.kind ?? null) : null,
      untilX: until === null || place.ids.length > 1 ? null : xOf(view, until),
      selected: selectedId !== null && place.ids.includes(selectedId),
    };
  });
}
