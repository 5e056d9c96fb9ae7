import type { DrawingShape } from '../../../shared/contract/observations.ts';
import { arrowPath, freehandPath, placed, type Canvas } from './shapes.ts';
import styles from './Drawing.module.css';

interface ShapesProps {
  readonly shapes: readonly DrawingShape[];
  readonly canvas: Canvas;
}

/** The shapes of a drawing, each with a dark edge so that it shows on light and dark pictures. */
export function Shapes({ shapes, canvas }: ShapesProps) {
  return shapes.map((shape, n) => (
    // A drawing is a list in the order it was drawn; a shape has no other name than its place.
    // oxlint-disable-next-line react/no-array-index-key -- see above
    <ShapeOutline key={n} shape={shape} canvas={canvas} />
  ));
}

function ShapeOutline({ shape, canvas }: { readonly shape: DrawingShape; readonly canvas: Canvas }) {
  if (shape.tool === 'circle') {
    const [cx, cy] = placed(shape.centre, canvas);
    const [rx, ry] = placed(shape.radius, canvas);
    return (
      <>
        <ellipse cx={cx} cy={cy} rx={rx} ry={ry} className={styles.edge} />
        <ellipse cx={cx} cy={cy} rx={rx} ry={ry} className={styles.ring} />
      </>
    );
  }
  const path =
    shape.tool === 'arrow' ? arrowPath(shape.from, shape.to, canvas) : freehandPath(shape.points, canvas);
  return <path d={path} className={styles.filled} />;
}
