const fold = 16;

/** The waveform at several finenesses, so that a whole lesson is drawn as quickly as a second of it. */
export interface Peaks {
  readonly perSecond: number;
  readonly levels: readonly Uint8Array[];
}

/** Folds peaks 0–255 by sixteen, again and again, keeping the loudest. */
export function peaksOf(bytes: Uint8Array, perSecond: number): Peaks {
  const levels = [bytes];
  for (let finer = bytes; finer.length > fold * fold;) {
    const coarser = new Uint8Array(Math.ceil(finer.length / fold));
    for (let i = 0; i < finer.length; i += 1) {
      const at = Math.floor(i / fold);
      coarser[at] = Math.max(coarser[at] ?? 0, finer[i] ?? 0);
    }
    levels.push(coarser);
    finer = coarser;
  }
  return { perSecond, levels };
}

/** The loudest peak (0–255) in each pixel column. @param msPerPx at least one peak is read per column. */
export function columnsOf(peaks: Peaks, fromMs: number, msPerPx: number, widthPx: number): Uint8Array {
  const perPx = (msPerPx / 1000) * peaks.perSecond;
  const depth = Math.floor(Math.log(Math.max(1, perPx)) / Math.log(fold) + 1e-9);
  const level = Math.min(depth, peaks.levels.length - 1);
  const data = peaks.levels[level] ?? new Uint8Array();
  const scale = fold ** level;
  const columns = new Uint8Array(Math.ceil(widthPx));
  for (let x = 0; x < columns.length; x += 1) {
    const start = (((fromMs + x * msPerPx) / 1000) * peaks.perSecond) / scale;
    const end = Math.max(Math.floor(start) + 1, Math.ceil(start + perPx / scale));
    let loudest = 0;
    for (let i = Math.floor(start); i < end && i < data.length; i += 1)
      loudest = Math.max(loudest, data[i] ?? 0);
    columns[x] = loudest;
  }
  return columns;
}
