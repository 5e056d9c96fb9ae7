import { useState } from 'react';
import type { DrawingShape, Observation } from '../../../shared/contract/observations.ts';
import type { Tool } from '../drawing/index.ts';
import type { Noting } from '../observations/index.ts';
import { usePlayhead } from '../timeline/index.ts';
import type { PlayerControl } from './player-control.ts';

/** A drawing without an end is seen this long while the lesson plays past it. */
const seenMs = 1500;
const none: readonly DrawingShape[] = [];

/** What lies over the picture: the drawing being made, else that of the selected or present observation. */
export function useDrawing(
  control: PlayerControl,
  noting: Noting,
  observations: readonly Observation[],
  selectedId: string | null,
) {
  const [tool, setTool] = useState<Tool | null>(null);
  const presentId = usePlayhead(control, (ms) => presentAt(observations, ms)?.id ?? null);
  const shown = observations.find(({ id, drawing }) => drawing !== null && id === (selectedId ?? presentId));
  const present = observations.find(({ id }) => id === presentId);
  const drawn = noting.draft.drawing?.shapes ?? none;
  const { setShapes } = noting;
  return {
    tool,
    shapes: tool !== null || drawn.length > 0 ? drawn : ((shown ?? present)?.drawing?.shapes ?? none),
    begin() {
      control.pause();
      setTool('arrow');
    },
    end: () => setTool(null),
    setTool,
    drawn,
    setShapes,
    add: (shape: DrawingShape) => setShapes([...drawn, shape]),
  };
}

function presentAt(observations: readonly Observation[], ms: number): Observation | undefined {
  return observations.findLast(
    ({ atMs, untilMs, drawing }) =>
      drawing !== null && atMs <= ms + 1 && ms <= Math.max(untilMs ?? 0, atMs + seenMs),
  );
}
