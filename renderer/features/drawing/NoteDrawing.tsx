import type { DrawingShape, Observation } from '../../../shared/contract/observations.ts';
import { usePlayhead, type PlayheadPort } from '../timeline/index.ts';
import { DrawingLayer } from './DrawingLayer.tsx';

/** A drawing without an end is seen this long while the lesson plays past it. */
const seenMs = 1500;
const none: readonly DrawingShape[] = [];

/** The drawing of the selected observation, else of the one the playhead is at. */
export function useShownDrawing(
  playhead: PlayheadPort,
  observations: readonly Observation[],
  selectedId: string | null,
): readonly DrawingShape[] {
  const presentId = usePlayhead(playhead, (ms) => presentAt(observations, ms)?.id ?? null);
  const drawingOf = (id: string | null): readonly DrawingShape[] | undefined =>
    observations.find((one) => one.id === id)?.drawing?.shapes;
  return drawingOf(selectedId) ?? drawingOf(presentId) ?? none;
}

interface NoteDrawingProps {
  readonly playhead: PlayheadPort;
  readonly observations: readonly Observation[];
  readonly selectedId: string | null;
  /** Width divided by height of the picture. */
  readonly aspect: number;
}

/** Lies over a picture that is only looked at: shows what was drawn on it. */
export function NoteDrawing({ playhead, observations, selectedId, aspect }: NoteDrawingProps) {
  const shapes = useShownDrawing(playhead, observations, selectedId);
  return <DrawingLayer shapes={shapes} aspect={aspect} tool={null} />;
}

function presentAt(observations: readonly Observation[], ms: number): Observation | undefined {
  return observations.findLast(
    ({ atMs, untilMs, drawing }) =>
      drawing !== null && atMs <= ms + 25 && ms <= Math.max(untilMs ?? 0, atMs + seenMs),
  );
}
