import { describe, expect, it } from 'vitest';
import { filmTiles } from '../../../renderer/features/timeline/film-tiles.ts';
import { formatLength, formatTime } from '../../../renderer/features/timeline/format-time.ts';
import { columnsOf, peaksOf } from '../../../renderer/features/timeline/peaks.ts';
import { ticksOf } from '../../../renderer/features/timeline/ruler.ts';
import { placeAt, spreadMarks, usualRules } from '../../../renderer/features/timeline/spread-marks.ts';
import {
  following,
  isWhole,
  msAt,
  panBy,
  resized,
  viewOfRange,
  wholeView,
  xOf,
  zoomAt,
} from '../../../renderer/features/timeline/view.ts';

const lesson = 90 * 60_000;

describe('the view of the timeline', () => {
  it('keeps the moment under the pointer where it is while zooming', () => {
    const view = wholeView(lesson, 1000);
    const at = msAt(view, 300);
    const closer = zoomAt(view, 4, 300);
    expect(xOf(closer, at)).toBeCloseTo(300, 6);
    expect(closer.msPerPx).toBeCloseTo(view.msPerPx / 4, 6);
  });

  it('never shows anything before the start or after the end', () => {
    const closer = zoomAt(wholeView(lesson, 1000), 10, 1000);
    expect(panBy(closer, 1e6).fromMs + 1000 * closer.msPerPx).toBeCloseTo(lesson, 6);
    expect(panBy(closer, -1e6).fromMs).toBe(0);
    expect(isWhole(zoomAt(closer, 0.0001, 10))).toBe(true);
  });

  it('zooms in until a single frame can be grabbed, and a very short clip stays whole', () => {
    const closest = zoomAt(wholeView(lesson, 1000), 1e9, 0);
    expect(40 / closest.msPerPx).toBeGreaterThanOrEqual(40);
    expect(isWhole(zoomAt(wholeView(200, 1000), 8, 0))).toBe(true);
  });

  it('turns the page when the playhead leaves, and only then', () => {
    const view = zoomAt(wholeView(lesson, 1000), 10, 0);
    expect(following(view, 100_000)).toBe(view);
    const turned = following(view, 600_000);
    expect(xOf(turned, 600_000)).toBeCloseTo(200, 6);
  });

  it('stays whole when the window grows, and keeps its zoom otherwise', () => {
    expect(isWhole(resized(wholeView(lesson, 1000), 1500))).toBe(true);
    const closer = zoomAt(wholeView(lesson, 1000), 10, 0);
    expect(resized(closer, 1500).msPerPx).toBe(closer.msPerPx);
  });

  it('shows a range with air around it', () => {
    const view = viewOfRange(wholeView(lesson, 1000), 60_000, 120_000);
    expect(xOf(view, 60_000)).toBeGreaterThan(0);
    expect(xOf(view, 120_000)).toBeLessThan(1000);
  });
});

describe('the ruler', () => {
  it('labels round times with room for the words', () => {
    const view = wholeView(lesson, 1300);
    const labelled = ticksOf(view).filter((tick) => tick.labelled);
    expect(labelled.every((tick) => tick.ms % 600_000 === 0)).toBe(true);
    expect(xOf(view, labelled[1]?.ms ?? 0) - xOf(view, labelled[0]?.ms ?? 0)).toBeGreaterThanOrEqual(84);
  });

  it('writes time the Dutch and the English way', () => {
    expect(formatTime(12_400, 'nl')).toBe('0:12,4');
    expect(formatTime(12_400, 'en')).toBe('0:12.4');
    expect(formatTime(12_399.999, 'nl')).toBe('0:12,4');
    expect(formatTime(3_723_450, 'nl')).toBe('1:02:03,4');
    expect(formatTime(60_000, 'nl', 'seconds')).toBe('1:00');
    expect(formatLength(4_040, 'nl')).toBe('4,0 s');
    expect(formatLength(62_500, 'nl')).toBe('1:02,5');
  });
});

describe('marks that spread rather than overlap', () => {
  const crowd = Array.from({ length: 2000 }, (_, i) => ({ id: String(i), x: (i * 1300) / 2000 }));

  it('puts every one of 2,000 marks in exactly one place', () => {
    const ids = spreadMarks(crowd).flatMap((place) => place.ids);
    expect(ids.length).toBe(2000);
    expect(new Set(ids).size).toBe(2000);
  });

  it('never lets two places in a row overlap, nor a mark stray beyond its reach', () => {
    const placed = spreadMarks(crowd);
    for (let row = 0; row < usualRules.rows; row += 1) {
      const inRow = placed.filter((place) => place.row === row);
      inRow.slice(1).forEach((place, i) => {
        expect(place.x - (inRow[i]?.x ?? 0)).toBeGreaterThanOrEqual(usualRules.markPx - 1e-9);
      });
    }
    for (const place of placed)
      expect(Math.abs(place.x - place.trueX)).toBeLessThanOrEqual(usualRules.reachPx);
  });

  it('bundles a crowd at once, each bundle near its marks, and leaves who stands apart alone', () => {
    const crowd = Array.from({ length: 40 }, (_, i) => ({ id: `c${i}`, x: 100 + i / 4 }));
    const placed = spreadMarks([{ id: 'a', x: 20 }, ...crowd, { id: 'z', x: 300 }]);
    expect(placed.map(({ ids }) => ids.length)).toEqual([1, 40, 1]);
    expect(placed[1]?.x).toBeCloseTo(104.9, 1);
  });

  it('leaves marks with room on their own moment', () => {
    const placed = spreadMarks([
      { id: 'a', x: 10 },
      { id: 'b', x: 12 },
      { id: 'c', x: 200 },
    ]);
    expect(placed.map((place) => [place.x, place.row])).toEqual([
      [10, 0],
      [12, 1],
      [200, 0],
    ]);
  });

  it('finds the mark under the pointer', () => {
    const placed = spreadMarks([{ id: 'a', x: 10 }]);
    expect(placeAt(placed, 15, 5, 20)?.ids).toEqual(['a']);
    expect(placeAt(placed, 15, 25, 20)).toBeNull();
  });
});

describe('the waveform', () => {
  it('keeps the one loud peak of a lesson visible at every zoom', () => {
    const bytes = new Uint8Array(540_000).fill(3);
    bytes[270_007] = 250;
    const peaks = peaksOf(bytes, 100);
    const whole = columnsOf(peaks, 0, lesson / 1300, 1300);
    expect(Math.max(...whole)).toBe(250);
    expect(whole.indexOf(250)).toBeGreaterThanOrEqual(649);
    expect(whole.indexOf(250)).toBeLessThanOrEqual(651);
    const close = columnsOf(peaks, 2_700_000, 10, 100);
    expect(close[7]).toBe(250);
    expect(close[8]).toBe(3);
  });

  it('is silent after the end of the sound', () => {
    expect([...columnsOf(peaksOf(new Uint8Array([9, 9]), 1), 5000, 100, 3)]).toEqual([0, 0, 0]);
  });
});

describe('the filmstrip', () => {
  const film = { intervalMs: 5000, tileWidth: 160, tileHeight: 90, columns: 10, rows: 10, count: 250 };

  it('covers the strip without a gap and takes the still nearest to the middle', () => {
    const tiles = filmTiles(wholeView(1_250_000, 1280), film, 45);
    expect(tiles[0]?.x).toBe(0);
    expect((tiles.at(-1)?.x ?? 0) + 80).toBeGreaterThanOrEqual(1280);
    const last = tiles.at(-1);
    expect(last?.sheet).toBe(2);
    expect((last?.sourceX ?? -1) / 160).toBeLessThan(10);
  });

  it('repeats the last still rather than reading past the sheet', () => {
    const tiles = filmTiles(wholeView(10_000, 1280), { ...film, count: 1 }, 45);
    expect(tiles.every((tile) => tile.sheet === 0 && tile.sourceX === 0)).toBe(true);
  });
});
