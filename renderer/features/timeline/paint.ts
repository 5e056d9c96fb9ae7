import type { ObservationKind } from '../../../shared/contract/observations.ts';
import type { Colours } from './colours.ts';
import { filmTiles, type FilmSheets } from './film-tiles.ts';
import { formatTime } from './format-time.ts';
import { columnsOf, type Peaks } from './peaks.ts';
import { ticksOf } from './ruler.ts';
import { usualRules, type PlacedMark } from './spread-marks.ts';
import { xOf, type View } from './view.ts';

type Brush = CanvasRenderingContext2D;

export function paintRuler(
  brush: Brush,
  view: View,
  height: number,
  colours: Colours,
  words: RulerWords,
): void {
  brush.clearRect(0, 0, view.widthPx, height);
  brush.font = words.font;
  brush.textBaseline = 'top';
  for (const tick of ticksOf(view)) {
    const x = Math.round(xOf(view, tick.ms)) + 0.5;
    brush.strokeStyle = tick.labelled ? colours['line-strong'] : colours.line;
    line(brush, x, tick.labelled ? height - 8 : height - 4, x, height);
    if (!tick.labelled) continue;
    brush.fillStyle = colours['text-soft'];
    const label = formatTime(tick.ms, words.language, view.msPerPx < 12 ? 'tenths' : 'seconds');
    brush.fillText(label, x + 4, 1);
  }
}

export interface RulerWords {
  readonly font: string;
  readonly language: string;
}

export function paintFilm(
  brush: Brush,
  view: View,
  height: number,
  film: FilmSheets,
  sheets: readonly (HTMLImageElement | undefined)[],
): void {
  brush.clearRect(0, 0, view.widthPx, height);
  for (const tile of filmTiles(view, film, height)) {
    const sheet = sheets[tile.sheet];
    if (!sheet) continue;
    const { tileWidth, tileHeight } = film;
    brush.drawImage(sheet, tile.sourceX, tile.sourceY, tileWidth, tileHeight, tile.x, 0, tile.width, height);
  }
}

export function paintWave(brush: Brush, view: View, height: number, peaks: Peaks, colours: Colours): void {
  brush.clearRect(0, 0, view.widthPx, height);
  brush.fillStyle = colours['line-strong'];
  const columns = columnsOf(peaks, view.fromMs, view.msPerPx, view.widthPx);
  const middle = height / 2;
  brush.beginPath();
  columns.forEach((peak, x) => {
    // A root lifts soft voices into sight.
    const half = Math.max(0.5, Math.sqrt(peak / 255) * (middle - 1));
    brush.rect(x, middle - half, 1, half * 2);
  });
  brush.fill();
}

export interface ShownMark extends PlacedMark {
  /** Null for a bundle of several kinds. */
  readonly kind: ObservationKind | null;
  readonly untilX: number | null;
  readonly selected: boolean;
}

export function paintMarks(
  brush: Brush,
  view: View,
  rowPx: number,
  marks: readonly ShownMark[],
  colours: Colours,
): void {
  brush.clearRect(0, 0, view.widthPx, rowPx * usualRules.rows);
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  for (const mark of marks) tails(brush, mark, mark.row * rowPx + rowPx / 2, colours);
  for (const mark of marks) {
    const y = mark.row * rowPx + rowPx / 2;
    brush.fillStyle = colours[mark.kind ?? 'text-soft'];
    if (mark.ids.length > 1) bundle(brush, mark, y, colours);
    else shape(brush, mark, y);
    if (mark.selected) ring(brush, mark.x, y, colours.text);
  }
}

/** What lies under the marks: a thin line to the true moment, and how long a range lasts. */
function tails(brush: Brush, mark: ShownMark, y: number, colours: Colours): void {
  brush.strokeStyle = colours[mark.kind ?? 'text-soft'];
  brush.fillStyle = colours[mark.kind ?? 'text-soft'];
  if (Math.abs(mark.x - mark.trueX) > 1) line(brush, mark.trueX, 0, mark.x, y);
  if (mark.untilX !== null) brush.fillRect(mark.x, y - 1.5, Math.max(0, mark.untilX - mark.x), 3);
}

/** Round for an observation, a diamond for a question: told apart without colour. */
function shape(brush: Brush, mark: ShownMark, y: number): void {
  const r = 6;
  brush.beginPath();
  if (mark.kind !== 'question') brush.arc(mark.x, y, r, 0, Math.PI * 2);
  else {
    brush.moveTo(mark.x, y - r - 1);
    brush.lineTo(mark.x + r + 1, y);
    brush.lineTo(mark.x, y + r + 1);
    brush.lineTo(mark.x - r - 1, y);
    brush.closePath();
  }
  brush.fill();
}

function bundle(brush: Brush, mark: ShownMark, y: number, colours: Colours): void {
  brush.beginPath();
  brush.roundRect(mark.x - 8, y - 7, 17, 14, 4);
  brush.fill();
  brush.fillStyle = colours.surface;
  brush.fillText(mark.ids.length > 99 ? '99' : String(mark.ids.length), mark.x, y + 0.5);
}

function ring(brush: Brush, x: number, y: number, colour: string): void {
  brush.strokeStyle = colour;
  brush.lineWidth = 2;
  brush.beginPath();
  brush.arc(x, y, 9, 0, Math.PI * 2);
  brush.stroke();
}

function line(brush: Brush, x1: number, y1: number, x2: number, y2: number): void {
  brush.lineWidth = 1;
  brush.beginPath();
  brush.moveTo(x1, y1);
  brush.lineTo(x2, y2);
  brush.stroke();
}
