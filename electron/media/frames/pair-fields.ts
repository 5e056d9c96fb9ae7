import type { ListedPacket } from './on-the-beat.ts';

/**
 * Many camcorders (AVCHD) code each field of an interlaced frame as a picture of its own: two packets then are one frame,
 * shown when its first field is. Told by their length of half a frame; some write a time on the first field only.
 * @param beat ticks from one frame to the next. @returns the packets with each pair made one; others as they were.
 */
export function pairFields<P extends ListedPacket & { readonly duration: number }>(
  packets: readonly P[],
  beat: number,
): P[] {
  const isField = ({ duration }: P): boolean => Math.abs(duration * 2 - beat) <= beat * 0.1;
  const frames: P[] = [];
  for (let place = 0; place < packets.length; place += 1) {
    const first = packets[place];
    if (!first) break;
    const second = packets[place + 1];
    if (second && isField(first) && isField(second) && belongs(first, second, beat)) {
      frames.push({ ...first, duration: first.duration + second.duration });
      place += 1;
    } else frames.push(first);
  }
  return frames;
}

function belongs(first: ListedPacket, second: ListedPacket, beat: number): boolean {
  // A keyframe begins with its first field: a field before it has lost its other half.
  if (second.key && !first.key) return false;
  if (first.pts === null || second.pts === null) return second.pts === null;
  return Math.abs(second.pts - first.pts - beat / 2) <= beat * 0.1;
}
