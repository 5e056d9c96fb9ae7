import type { Filmstrip } from '../../../shared/contract/recordings.ts';
import { clockOf } from '../frames/frame-index.ts';
import type { RecordedMedia } from '../recording-media.ts';
import { displaySize, fitInto } from '../picture/display-size.ts';

const maxStills = 600;
const columns = 10;
const rows = 10;
const tile = { width: 160, height: 160 };

export interface FilmstripPlan extends Filmstrip {
  /** Only keyframes are decoded; false where they are too rare to show what happens. */
  readonly keyframesOnly: boolean;
  /** When the first picture that can be decoded is shown, in ms of recording time. */
  readonly firstShownMs: number;
}

/** Decides how many stills, how far apart and how large: at most 600, at least a second apart, 160 px at most. */
export function planFilmstrip({ info, index }: Pick<RecordedMedia, 'info' | 'index'>): FilmstripPlan {
  const clock = clockOf(index);
  const durationMs = clock.timeOf(clock.frameCount);
  const intervalMs = Math.max(1000, Math.ceil(durationMs / maxStills / 500) * 500);
  const count = Math.max(1, Math.ceil(durationMs / intervalMs - 1e-6));
  const size = fitInto(displaySize(info.video), tile);
  return {
    intervalMs,
    tileWidth: size.width,
    tileHeight: size.height,
    columns,
    rows,
    count,
    sheets: Math.ceil(count / (columns * rows)),
    // Webcams set a keyframe every 20 s: an hour of those still gives a strip, ten minutes would show too little.
    keyframesOnly: index.keyframes.length * 4 >= count,
    firstShownMs: clock.timeOf(index.keyframes[0] ?? 0),
  };
}
