/** How the picture is enlarged: `scale` 1–8; the shift of its centre in fractions of the frame's size. */
export interface PictureZoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const noZoom: PictureZoom = { scale: 1, x: 0, y: 0 };
const largest = 8;

/** Enlarges around a place in the frame (fractions 0–1), which stays where it is. */
export function zoomedAt(zoom: PictureZoom, factor: number, px: number, py: number): PictureZoom {
  const scale = Math.min(Math.max(zoom.scale * factor, 1), largest);
  const ratio = scale / zoom.scale;
  const shift = (centre: number, at: number): number => (at - 0.5) * (1 - ratio) + centre * ratio;
  return kept({ scale, x: shift(zoom.x, px), y: shift(zoom.y, py) });
}

/** Moves the enlarged picture by fractions of the frame; never so far that an empty edge shows. */
export function moved(zoom: PictureZoom, dx: number, dy: number): PictureZoom {
  return kept({ ...zoom, x: zoom.x + dx, y: zoom.y + dy });
}

/** Where a place of the frame lies in the picture itself, both as fractions. */
export function pictureAt(zoom: PictureZoom, px: number, py: number): readonly [number, number] {
  return [(px - 0.5 - zoom.x) / zoom.scale + 0.5, (py - 0.5 - zoom.y) / zoom.scale + 0.5];
}

function kept(zoom: PictureZoom): PictureZoom {
  if (zoom.scale < 1.01) return noZoom;
  const room = (zoom.scale - 1) / 2;
  const within = (value: number): number => Math.min(Math.max(value, -room), room);
  return { scale: zoom.scale, x: within(zoom.x), y: within(zoom.y) };
}
