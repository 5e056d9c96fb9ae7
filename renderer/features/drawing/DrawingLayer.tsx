import { useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawingShape } from '../../../shared/contract/observations.ts';
import styles from './Drawing.module.css';
import { Shapes } from './Shapes.tsx';
import { canvasOf, shapeOfDrag, type Point, type Tool } from './shapes.ts';

interface DrawingLayerProps {
  readonly shapes: readonly DrawingShape[];
  /** Width divided by height of the picture. */
  readonly aspect: number;
  /** The tool in hand; null while one only looks. */
  readonly tool: Tool | null;
  readonly onDrawn?: (shape: DrawingShape) => void;
}

/** Lies over the picture: shows a drawing and takes new shapes by mouse, pen or finger. */
export function DrawingLayer({ shapes, aspect, tool, onDrawn }: DrawingLayerProps) {
  const { t } = useTranslation('observations');
  const [path, setPath] = useState<readonly Point[]>([]);
  const canvas = canvasOf(aspect, 1);
  const half = tool && path.length > 0 ? shapeOfDrag(tool, path) : null;

  const drawn = (event: PointerEvent): void => {
    const shape = tool && path.length > 0 ? shapeOfDrag(tool, [...path, at(event)]) : null;
    setPath([]);
    if (shape) onDrawn?.(shape);
  };
  if (shapes.length === 0 && tool === null) return null;
  return (
    <svg
      className={styles.layer}
      viewBox={`0 0 ${canvas.width} ${canvas.height}`}
      data-tool={tool ?? undefined}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is drawn on, which an img cannot be
      role="img"
      aria-label={t('drawing.count', { count: shapes.length })}
      onPointerDown={(event) => {
        if (tool === null) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setPath([at(event)]);
      }}
      onPointerMove={(event) => {
        if (path.length === 0) return;
        const point = at(event);
        setPath((before) => [...before, point]);
      }}
      onPointerUp={drawn}
      onPointerCancel={() => setPath([])}
    >
      <Shapes shapes={half ? [...shapes, half] : shapes} canvas={canvas} />
    </svg>
  );
}

/** Where a pointer is, in fractions of the picture. */
function at(event: PointerEvent): Point {
  const place = event.currentTarget.getBoundingClientRect();
  return [(event.clientX - place.left) / place.width, (event.clientY - place.top) / place.height];
}
