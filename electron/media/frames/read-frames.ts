import { AppError } from '../../../shared/contract/errors.ts';
import type { Prober, ProbeControl } from '../ffmpeg/ffprobe.ts';
import type { MediaInfo } from '../media-info.ts';
import type { FrameIndex } from './frame-index.ts';
import { pairFields } from './pair-fields.ts';
import { timesOnTheBeat, type ListedPacket } from './on-the-beat.ts';

interface Listed extends ListedPacket {
  readonly duration: number;
}

interface Packet {
  readonly pts: number;
  readonly duration: number;
  readonly key: boolean;
  /** Number of earlier-shown packets that come after this one in the file; only counted for keyframes. */
  leading: boolean;
}

/**
 * Lists every frame by reading packets, without decoding. Packets outside an edit list (flag D) are decoded but never
 * shown and do not count. @throws AppError `file-no-frames`, `file-too-long`, and what a probe throws.
 */
export async function readFrames(
  prober: Prober,
  url: string,
  info: MediaInfo,
  control: ProbeControl = {},
): Promise<FrameIndex> {
  const listed: Listed[] = [];
  const options = [
    '-select_streams',
    String(info.video.streamIndex),
    '-show_entries',
    'packet=pts,dts,duration,flags',
    '-of',
    'compact=p=0',
  ];
  const onLine = (line: string): void => {
    const packet = packetOf(line);
    if (packet) listed.push(packet);
  };
  await prober.lines(url, options, onLine, { timeoutMs: 10 * 60_000, ...control });
  return indexOf(packetsOf(listed, info), info);
}

function packetOf(line: string): Listed | null {
  const fields = new Map(line.split('|').map((pair) => pair.split('=', 2) as [string, string]));
  const flags = fields.get('flags');
  // Other sections of a packet stand on lines of their own.
  if (flags === undefined || flags.includes('D')) return null;
  return {
    pts: numberOf(fields.get('pts')),
    dts: numberOf(fields.get('dts')),
    duration: numberOf(fields.get('duration')) ?? 0,
    key: flags.startsWith('K'),
  };
}

function numberOf(text = ''): number | null {
  return /^-?\d+$/.test(text) ? Number(text) : null;
}

/** Packets with a time of showing each. MPEG-4 ASP in AVI and H.263 carry none: with their order of frames the decoding time is it. */
function packetsOf(listed: readonly Listed[], info: MediaInfo): Packet[] {
  let lastKey: Packet | undefined;
  const frames = info.video.interlaced ? pairFields(listed, nominalTicks(info)) : listed;
  const times = timesOnTheBeat(frames, nominalTicks(info));
  return frames.flatMap(({ duration, key }, place) => {
    const pts = times[place] ?? null;
    if (pts === null) return [];
    const packet: Packet = { pts, duration, key, leading: false };
    if (key) lastKey = packet;
    else if (lastKey && pts < lastKey.pts) lastKey.leading = true;
    return [packet];
  });
}

function nominalTicks({ video }: MediaInfo): number {
  const tickMs = (1000 * video.timeBaseNum) / video.timeBaseDen;
  return (1000 * video.frameRateDen) / video.frameRateNum / tickMs;
}

function indexOf(packets: Packet[], info: MediaInfo): FrameIndex {
  const sorted = packets.toSorted((a, b) => a.pts - b.pts);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last) throw new AppError('file-no-frames');
  const tickMs = (1000 * info.video.timeBaseNum) / info.video.timeBaseDen;
  const nominal = nominalTicks(info);
  const span = last.pts - first.pts;
  const average = sorted.length > 1 ? span / (sorted.length - 1) : nominal;
  const end = span + (last.duration > 0 ? last.duration : Math.round(average));
  if (end * tickMs > 24 * 3_600_000)
    throw new AppError('file-too-long', { hours: Math.round((end * tickMs) / 3_600_000) });
  const times = Int32Array.from(sorted, (packet) => packet.pts - first.pts);
  const numbers = (wanted: (packet: Packet) => boolean): Int32Array =>
    Int32Array.from(sorted.flatMap((packet, frame) => (packet.key && wanted(packet) ? [frame] : [])));
  return {
    tickMs,
    offsetMs: first.pts * tickMs - info.startMs,
    times,
    end,
    keyframes: numbers(() => true),
    cleanKeyframes: numbers((packet) => !packet.leading),
    constant: isConstant(times, nominal)
      ? { num: info.video.frameRateNum, den: info.video.frameRateDen }
      : null,
  };
}

/** Constant: no frame is further than half a frame (less a tick of rounding) from where its number puts it. */
function isConstant(times: Int32Array, nominalTicks: number): boolean {
  const tolerance = Math.max(1.001, nominalTicks * 0.02);
  return times.every((time, frame) => Math.abs(time - frame * nominalTicks) <= tolerance);
}
