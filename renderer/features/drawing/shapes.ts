import { getStroke } from 'perfect-freehand';
import type { DrawingShape } from '../../../shared/contract/observations.ts';

export type Tool = DrawingShape['tool'];
export type Point = readonly [number, number];
/** The canvas of the drawing in units: 1000 wide, as high as the picture's shape asks. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
}

export const tools: readonly Tool[] = ['arrow', 'circle', 'freehand'];
const stroke = 7;

export function canvasOf(pictureWidth: number, pictureHeight: number): Canvas {
  return { width: 1000, height: (1000 * pictureHeight) / Math.max(1, pictureWidth) };
}

/** The shape that a drag from one place to another draws; places are fractions of the picture. */
export function shapeOfDrag(tool: Tool, path: readonly Point[]): DrawingShape | null {
  const from = path[0];
  const to = path.at(-1);
  if (!from || !to) return null;
  if (tool === 'freehand') return { tool, points: path.slice(0, 5000).map(kept) };
  if (distance(from, to) < 0.01) return null;
  if (tool === 'arrow') return { tool, from: kept(from), to: kept(to) };
  const radius = kept([Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])]);
  return { tool, centre: kept(from), radius: [Math.max(radius[0], 0.01), Math.max(radius[1], 0.01)] };
}

/** A shape in the middle of the picture, for whoever places it by key. Freehand becomes a short line. */
export function shapeInTheMiddle(tool: Tool): DrawingShape {
  if (tool === 'circle') return { tool, centre: [0.5, 0.5], radius: [0.1, 0.15] };
  if (tool === 'arrow') return { tool, from: [0.35, 0.65], to: [0.5, 0.5] };
  return {
    tool,
    points: [
      [0.45, 0.5],
      [0.5, 0.49],
      [0.55, 0.5],
    ],
  };
}

/** Moves a whole shape by fractions of the picture, kept inside it. */
export function movedShape(shape: DrawingShape, dx: number, dy: number): DrawingShape {
  const move = ([x, y]: Point): [number, number] => kept([x + dx, y + dy]);
  if (shape.tool === 'arrow') return { ...shape, from: move(shape.from), to: move(shape.to) };
  if (shape.tool === 'circle') return { ...shape, centre: move(shape.centre) };
  return { ...shape, points: shape.points.map(move) };
}

/** Makes a shape larger or smaller around its middle (an arrow: around its point). */
export function scaledShape(shape: DrawingShape, factor: number): DrawingShape {
  if (shape.tool === 'circle') {
    const grown = kept([shape.radius[0] * factor, shape.radius[1] * factor]);
    return { ...shape, radius: [Math.max(0.02, grown[0]), Math.max(0.02, grown[1])] };
  }
  if (shape.tool === 'arrow') return { ...shape, from: away(shape.to, shape.from, factor) };
  const middle = middleOf(shape.points);
  return { ...shape, points: shape.points.map((point) => away(middle, point, factor)) };
}

/** The outline of an arrow with a filled head, as an SVG path. */
export function arrowPath(from: Point, to: Point, canvas: Canvas): string {
  const [ax, ay] = placed(from, canvas);
  const [bx, by] = placed(to, canvas);
  const length = Math.max(1, Math.hypot(bx - ax, by - ay));
  const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
  const head = Math.min(46, length * 0.6);
  const at = (along: number, aside: number): string =>
    `${(bx - ux * along - uy * aside).toFixed(1)} ${(by - uy * along + ux * aside).toFixed(1)}`;
  const half = stroke / 2;
  const outline = [
    at(length, half),
    at(head, half),
    at(head, head * 0.5),
    at(0, 0),
    at(head, -head * 0.5),
    at(head, -half),
    at(length, -half),
  ];
  return `M${outline.join('L')}Z`;
}

/** The outline of a freehand line, as an SVG path. */
export function freehandPath(points: readonly Point[], canvas: Canvas): string {
  const outline = getStroke(
    points.map((point) => placed(point, canvas)),
    { size: stroke * 1.6, thinning: 0.3, smoothing: 0.6, streamline: 0.4 },
  );
  return `M${outline.map(([x = 0, y = 0]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}

export function placed(point: Point, canvas: Canvas): [number, number] {
  return [point[0] * canvas.width, point[1] * canvas.height];
}

function away(middle: Point, point: Point, factor: number): [number, number] {
  return kept([middle[0] + (point[0] - middle[0]) * factor, middle[1] + (point[1] - middle[1]) * factor]);
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce<Point>(([x, y], point) => [x + point[0], y + point[1]], [0, 0]);
  return [sum[0] / Math.max(1, points.length), sum[1] / Math.max(1, points.length)];
}

function kept([x, y]: Point): [number, number] {
  return [Math.min(Math.max(x, 0), 1), Math.min(Math.max(y, 0), 1)];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
