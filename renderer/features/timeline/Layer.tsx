import { useEffect, useRef } from 'react';
import styles from './Timeline.module.css';

interface LayerProps {
  readonly width: number;
  readonly height: number;
  /** Draws in CSS pixels; a new function when what it draws has changed. */
  readonly paint: (brush: CanvasRenderingContext2D) => void;
}

/** One canvas of the timeline, sharp on every screen and drawn at most once per picture of the screen. */
export function Layer({ width, height, paint }: LayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const request = requestAnimationFrame(() => {
      const element = canvas.current;
      const brush = element?.getContext('2d');
      if (!element || !brush) return;
      const dense = window.devicePixelRatio;
      const [w, h] = [Math.round(width * dense), Math.round(height * dense)];
      // Setting a size wipes the canvas and costs time; only when it differs.
      if (element.width !== w) element.width = w;
      if (element.height !== h) element.height = h;
      brush.setTransform(dense, 0, 0, dense, 0, 0);
      paint(brush);
    });
    return () => cancelAnimationFrame(request);
  }, [width, height, paint]);
  return <canvas ref={canvas} className={styles.layer} style={{ width, height }} aria-hidden />;
}
