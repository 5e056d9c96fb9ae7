import { toMs, type View } from './view.ts';

/** How stills lie on their sheets; `intervalMs` between two stills. */
export interface FilmSheets {
  readonly intervalMs: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly columns: number;
  readonly rows: number;
  readonly count: number;
}

/** A still to draw: where on which sheet it lies, and where on the strip it goes. */
export interface FilmTile {
  readonly sheet: number;
  readonly sourceX: number;
  readonly sourceY: number;
  readonly x: number;
  readonly width: number;
}

/** The stills that fill the strip side by side, each the one nearest to the moment at its middle. */
export function filmTiles(view: View, film: FilmSheets, heightPx: number): FilmTile[] {
  if (film.count === 0) return [];
  const width = (film.tileWidth / film.tileHeight) * heightPx;
  const stepMs = width * view.msPerPx;
  const first = Math.floor(view.fromMs / stepMs);
  const last = Math.ceil(Math.min(toMs(view), view.durationMs) / stepMs);
  const perSheet = film.columns * film.rows;
  const tiles: FilmTile[] = [];
  for (let n = first; n < last; n += 1) {
    const still = Math.min(film.count - 1, Math.max(0, Math.floor(((n + 0.5) * stepMs) / film.intervalMs)));
    const place = still % perSheet;
    tiles.push({
      sheet: Math.floor(still / perSheet),
      sourceX: (place % film.columns) * film.tileWidth,
      sourceY: Math.floor(place / film.columns) * film.tileHeight,
      x: (n * stepMs - view.fromMs) / view.msPerPx,
      width,
    });
  }
  return tiles;
}
