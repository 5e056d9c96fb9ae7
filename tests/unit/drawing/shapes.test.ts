import { describe, expect, it } from 'vitest';
import { drawingShape } from '../../../shared/contract/observations.ts';
import {
  arrowPath,
  canvasOf,
  freehandPath,
  movedShape,
  scaledShape,
  shapeInTheMiddle,
  shapeOfDrag,
  tools,
} from '../../../renderer/features/drawing/shapes.ts';

describe('drawing on a still', () => {
  const drag = [
    [0.2, 0.2],
    [0.3, 0.25],
    [0.5, 0.4],
  ] as const;

  it('makes of one drag what each tool stands for', () => {
    expect(shapeOfDrag('arrow', drag)).toEqual({ tool: 'arrow', from: [0.2, 0.2], to: [0.5, 0.4] });
    expect(shapeOfDrag('freehand', drag)).toMatchObject({ points: drag });
    const circle = shapeOfDrag('circle', drag);
    expect(circle?.tool === 'circle' && circle.radius[0]).toBeCloseTo(0.3, 9);
  });

  it('ignores a touch that is no drag, except for a freehand dot', () => {
    expect(shapeOfDrag('arrow', [[0.5, 0.5]])).toBeNull();
    expect(shapeOfDrag('freehand', [[0.5, 0.5]])).toMatchObject({ points: [[0.5, 0.5]] });
    expect(shapeOfDrag('circle', [])).toBeNull();
  });

  it('stays inside the picture however far it is dragged, moved or grown', () => {
    for (const tool of tools) {
      const shapes = [
        shapeOfDrag(tool, [
          [-3, -3],
          [9, 9],
        ]),
        movedShape(shapeInTheMiddle(tool), 5, -5),
        scaledShape(shapeInTheMiddle(tool), 50),
        scaledShape(shapeInTheMiddle(tool), 0.0001),
      ];
      for (const shape of shapes) expect(() => drawingShape.parse(shape)).not.toThrow();
    }
  });

  it('points the head of the arrow where it was dragged to', () => {
    const path = arrowPath([0, 0], [1, 0], canvasOf(1920, 1080));
    expect(path).toContain('1000.0 0.0');
    expect(path.startsWith('M') && path.endsWith('Z')).toBe(true);
  });

  it('draws a freehand line as a closed outline near its points', () => {
    const path = freehandPath([...drag], canvasOf(1000, 1000));
    const numbers = [...path.matchAll(/-?\d+\.\d/g)].map(Number);
    expect(Math.min(...numbers)).toBeGreaterThan(150);
    expect(Math.max(...numbers)).toBeLessThan(550);
  });
});
