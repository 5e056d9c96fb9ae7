import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import styles from './Picture.module.css';
import type { PlayerControl } from './player-control.ts';

import { usePictureZoom, type PictureZooming } from './use-picture-zoom.ts';
import { useVideo } from './use-video.ts';

interface PictureProps {
  readonly control: PlayerControl;
  readonly boostDb: number;
  /** Shape of the picture before the file has told it. */
  readonly aspect: number;
  /** Lies exactly over the picture and moves with its zoom. */
  readonly overlay?: ReactNode;
  readonly drawing: boolean;
  readonly notice?: ReactNode;
  readonly children: (zooming: PictureZooming) => ReactNode;
}

/** The hero of the screen: the picture as large as fits, with what lies over it; under it, `children`. */
export function Picture(props: PictureProps) {
  const { control, boostDb, aspect: expected, overlay, drawing, notice, children } = props;
  const stage = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const { aspect } = useVideo(control, host, boostDb);
  const zooming = usePictureZoom(stage, !drawing);
  const box = useFitted(stage, aspect ?? expected);
  const { scale, x, y } = zooming.zoom;
  const transform = `translate(${x * box.stageWidth}px, ${y * box.stageHeight}px) scale(${scale})`;
  return (
    <>
      <div ref={stage} className={styles.stage} data-zoomed={scale > 1 || undefined}>
        <div className={styles.picture} style={{ width: box.width, height: box.height, transform }}>
          <div ref={host} className={styles.host} />
          {overlay}
        </div>
        {notice && <div className={styles.notice}>{notice}</div>}
      </div>
      {children(zooming)}
    </>
  );
}

/** The largest box of a shape that fits the stage. */
function useFitted(stage: RefObject<HTMLElement | null>, aspect: number) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage]);
  const width = Math.min(size.width, size.height * aspect);
  return { width, height: width / aspect, stageWidth: size.width, stageHeight: size.height };
}
