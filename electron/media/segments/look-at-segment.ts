import { isAppError } from '../../../shared/contract/errors.ts';
import type { Prober, ProbeControl } from '../ffmpeg/ffprobe.ts';
import type { FrameIndex } from '../frames/frame-index.ts';
import { readFrames } from '../frames/read-frames.ts';
import type { MediaInfo } from '../media-info.ts';
import { probeMedia } from '../probe.ts';

/** What is readable in one segment. */
export interface SeenSegment {
  readonly url: string;
  /** Null where only the microphone was recorded. */
  readonly picture: { readonly info: MediaInfo; readonly index: FrameIndex } | null;
  readonly sound: SeenSound | null;
  /** From the container's start to where the last of picture and sound ends, in ms; 0 when there is nothing. */
  readonly lengthMs: number;
}

export interface SeenSound {
  readonly codec: string;
  readonly sampleRate: number;
  readonly channels: number;
}

/** Files that hold nothing to save: cut off before their first frame, or never written to. */
const empty: ReadonlySet<string> = new Set([
  'file-empty',
  'file-no-frames',
  'file-truncated',
  'file-not-video',
  'file-damaged',
  'file-codec-unknown',
]);

/**
 * Reads a segment packet by packet, as far as it goes.
 * @returns null when nothing in it can be read. @throws AppError `cancelled`, `ffmpeg-hung`, `source-unreadable`, …
 */
export async function lookAtSegment(
  prober: Prober,
  url: string,
  control: ProbeControl,
): Promise<SeenSegment | null> {
  const { sound, startMs, endMs } = await soundOf(prober, url, control);
  try {
    const info = await probeMedia(prober, url, control);
    const index = await readFrames(prober, url, info, control);
    const pictureMs = index.offsetMs + index.end * index.tickMs;
    return { url, picture: { info, index }, sound, lengthMs: Math.max(pictureMs, endMs - info.startMs) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (sound && (error.code === 'file-audio-only' || error.code === 'file-no-frames'))
      return { url, picture: null, sound, lengthMs: endMs - startMs };
    if (empty.has(error.code)) return null;
    throw error;
  }
}

interface HeardSound {
  readonly sound: SeenSound | null;
  /** On the container's clock. */
  readonly startMs: number;
  readonly endMs: number;
}

async function soundOf(prober: Prober, url: string, control: ProbeControl): Promise<HeardSound> {
  let sound: SeenSound | null = null;
  let startMs: number | null = null;
  let endMs = 0;
  const onLine = (line: string): void => {
    const fields = new Map(line.split('|').map((pair) => pair.split('=', 2) as [string, string]));
    const at = Number(fields.get('pts_time') ?? Number.NaN) * 1000;
    if (Number.isFinite(at)) {
      startMs ??= at;
      endMs = Math.max(endMs, at + (Number(fields.get('duration_time') ?? 0) * 1000 || 0));
    }
    const codec = fields.get('codec_name');
    if (codec !== undefined)
      sound = {
        codec,
        sampleRate: Number(fields.get('sample_rate') ?? 0),
        channels: Number(fields.get('channels') ?? 0),
      };
  };
  const entries = 'packet=pts_time,duration_time:stream=codec_name,sample_rate,channels';
  const options = ['-select_streams', 'a:0', '-show_entries', entries, '-of', 'compact=p=0'];
  try {
    await prober.lines(url, options, onLine, control);
  } catch (error) {
    if (!isAppError(error) || !empty.has(error.code)) throw error;
  }
  // A stream that is announced and holds not one packet is no sound.
  return { sound: startMs === null ? null : sound, startMs: startMs ?? 0, endMs };
}
