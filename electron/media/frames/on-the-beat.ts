/** A packet as ffprobe lists it; `pts` is null where the file leaves it out. Ticks of the stream's time base. */
export interface ListedPacket {
  readonly pts: number | null;
  readonly dts: number | null;
  readonly key: boolean;
}

/**
 * Fills in the presentation times that a program stream (MOD, VOB, MPG) leaves out. Its decoding times do not serve:
 * with B-frames they are another order. But its frames keep a beat: where every known time stands on the beat of the
 * nominal rate, the missing ones take the beats that are left. @param beat ticks from one frame to the next.
 * @returns a time for each packet in the given order, or null for one that has no time at all.
 */
export function timesOnTheBeat(packets: readonly ListedPacket[], beat: number): (number | null)[] {
  const asListed = packets.map(({ pts, dts }) => pts ?? dts);
  const known = packets.flatMap(({ pts }) => (pts === null ? [] : [pts]));
  if (known.length === packets.length || known.length === 0 || !(beat > 0)) return asListed;
  const first = known.reduce((least, pts) => Math.min(least, pts));
  const slotOf = (pts: number): number => Math.round((pts - first) / beat);
  const offBeat = known.some((pts) => Math.abs(pts - first - slotOf(pts) * beat) > Math.max(1, beat * 0.02));
  if (offBeat || known.length * 4 < packets.length) return asListed;

  const taken = new Set(known.map(slotOf));
  const keyWithBoth = packets.find(({ key, pts, dts }) => key && pts !== null && dts !== null);
  const delay = keyWithBoth ? (keyWithBoth.pts ?? 0) - (keyWithBoth.dts ?? 0) : 0;
  const take = (slot: number): number => {
    taken.add(slot);
    return Math.round(first + slot * beat);
  };
  const times = packets.map(({ pts, dts, key }) => {
    if (pts !== null || !key || dts === null) return pts;
    const slot = slotOf(dts + delay);
    return taken.has(slot) ? null : take(slot);
  });
  let free = 0;
  return times.map((time) => {
    if (time !== null) return time;
    while (taken.has(free)) free += 1;
    return take(free);
  });
}
