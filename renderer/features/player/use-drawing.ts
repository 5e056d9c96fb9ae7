import { useState } from 'react';
import type { DrawingShape, Observation } from '../../../shared/contract/observations.ts';
import { useShownDrawing, type Tool } from '../drawing/index.ts';
import type { Noting } from '../observations/index.ts';
import type { PlayerControl } from './player-control.ts';

const none: readonly DrawingShape[] = [];

/** What lies over the picture: the drawing being made, else that of the selected or present observation. */
export function useDrawing(
  control: PlayerControl,
  noting: Noting,
  observations: readonly Observation[],
  selectedId: string | null,
) {
  const [tool, setTool] = useState<Tool | null>(null);
  const shown = useShownDrawing(control, observations, selectedId);
  const drawn = noting.draft.drawing?.shapes ?? none;
  const { setShapes } = noting;
  return {
    tool,
    shapes: tool !== null || drawn.length > 0 ? drawn : shown,
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
