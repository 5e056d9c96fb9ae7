import type { FrameRange } from '../../../shared/domain/frames.ts';
import type { PlayerControl } from './player-control.ts';

/**
 * Plays ranges of one recording one after the other; stops when the person goes elsewhere.
 * @param onStart told as each begins, with its place in the row.
 * @param onEnd told when the last has been played.
 */
export function playInARow(
  control: Pick<PlayerControl, 'playRange'>,
  ranges: readonly FrameRange[],
  onStart?: (at: number) => void,
  onEnd?: () => void,
): void {
  const play = (at: number): void => {
    const range = ranges[at];
    if (!range) {
      onEnd?.();
      return;
    }
    onStart?.(at);
    control.playRange(range, { onEnd: () => play(at + 1) });
  };
  play(0);
}
