import { z } from 'zod';
import { AppError, isAppError } from '../../shared/contract/errors.ts';
import type { Prober, ProbeControl } from './ffmpeg/ffprobe.ts';
import type { MediaInfo } from './media-info.ts';

const maxPictureSide = 8192;
const maxDurationMs = 24 * 3_600_000;

const ratio = z.string().optional();
const rawStream = z.object({
  index: z.int(),
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  profile: z.union([z.string(), z.number()]).optional(),
  level: z.int().optional(),
  has_b_frames: z.int().optional(),
  pix_fmt: z.string().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  sample_aspect_ratio: ratio,
  r_frame_rate: ratio,
  avg_frame_rate: ratio,
  time_base: ratio,
  field_order: z.string().optional(),
  color_range: z.string().optional(),
  color_space: z.string().optional(),
  color_transfer: z.string().optional(),
  start_time: z.string().optional(),
  duration: z.string().optional(),
  sample_rate: z.string().optional(),
  channels: z.int().optional(),
  disposition: z.object({ attached_pic: z.int().optional() }).optional(),
  tags: z.record(z.string(), z.string()).optional(),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
});
type RawStream = z.infer<typeof rawStream>;
const rawProbe = z.object({
  streams: z.array(rawStream).default([]),
  format: z.object({
    format_name: z.string(),
    start_time: z.string().optional(),
    duration: z.string().optional(),
    tags: z.record(z.string(), z.string()).optional(),
  }),
});

/**
 * Says what a file is. @param url an ffmpeg input address. @throws AppError `file-empty`, `file-truncated`,
 * `file-not-video`, `file-refers-elsewhere`, `file-no-frames`, `file-audio-only`, `file-codec-unknown`, `file-damaged`,
 * `file-too-long`, `file-too-large-picture`, `cancelled`, `ffmpeg-hung`, `ffmpeg-missing`.
 */
export async function probeMedia(
  prober: Prober,
  url: string,
  control: ProbeControl = {},
): Promise<MediaInfo> {
  let json = '';
  const options = ['-show_format', '-show_streams', '-of', 'json'];
  await prober
    .lines(url, options, (line) => (json += line), { timeoutMs: 20_000, ...control })
    .catch((error: unknown) => {
      // Nothing in it that any of our containers would begin with.
      throw isAppError(error) && error.code === 'file-damaged'
        ? new AppError('file-not-video', {}, { cause: error })
        : error;
    });
  const parsed = rawProbe.safeParse(JSON.parse(json === '' ? '{}' : json));
  if (!parsed.success) throw new AppError('file-not-video');
  return infoOf(parsed.data);
}

function infoOf({ streams, format }: z.infer<typeof rawProbe>): MediaInfo {
  const video = streams.find((stream) => stream.codec_type === 'video' && !stream.disposition?.attached_pic);
  const audio = streams.find((stream) => stream.codec_type === 'audio' && stream.codec_name !== undefined);
  if (!video) throw new AppError(audio ? 'file-audio-only' : 'file-not-video');
  if (!video.codec_name) throw new AppError('file-codec-unknown');
  const { width = 0, height = 0 } = video;
  if (width === 0 || height === 0) throw new AppError('file-damaged');
  if (Math.max(width, height) > maxPictureSide)
    throw new AppError('file-too-large-picture', { width, height });
  const durationMs = ms(format.duration) ?? ms(video.duration);
  const [frameRateNum, frameRateDen] = frameRateOf(video);
  const [sarNum, sarDen] = fraction(video.sample_aspect_ratio, ':') ?? [1, 1];
  const [timeBaseNum, timeBaseDen] = fraction(video.time_base, '/') ?? [1, 90_000];
  return {
    container: format.format_name,
    startMs: ms(format.start_time) ?? 0,
    // A fragmented file may claim a length that no disk could hold; packets tell the truth later.
    durationMs: durationMs !== null && durationMs <= maxDurationMs ? durationMs : null,
    recordedAt: recordedAt(format.tags, video.tags),
    video: {
      streamIndex: video.index,
      codec: video.codec_name,
      profile: String(video.profile ?? ''),
      pixelFormat: video.pix_fmt ?? '',
      width,
      height,
      sarNum,
      sarDen,
      rotation: rotationOf(video),
      frameRateNum,
      frameRateDen,
      timeBaseNum,
      timeBaseDen,
      interlaced: isInterlaced(video),
      colorRange: video.color_range ?? null,
      colorSpace: video.color_space ?? null,
      colorTransfer: video.color_transfer ?? null,
      level: video.level ?? 0,
      reorderFrames: video.has_b_frames ?? 0,
    },
    audio: audio
      ? {
          streamIndex: audio.index,
          codec: audio.codec_name ?? '',
          sampleRate: Number(audio.sample_rate ?? 0),
          channels: audio.channels ?? 0,
          startMs: ms(audio.start_time) ?? 0,
        }
      : null,
  };
}

/** The base rate is exact for constant rates; where it is a mere clock (1000, 90000) the average is nearer. */
function frameRateOf(stream: RawStream): readonly [number, number] {
  const base = fraction(stream.r_frame_rate, '/');
  const average = fraction(stream.avg_frame_rate, '/');
  // Of interlaced video the base rate often counts fields.
  const fields = base && average ? base[0] / base[1] / (average[0] / average[1]) : 1;
  if (base && isInterlaced(stream) && Math.abs(fields - 2) < 0.1)
    return base[0] % 2 === 0 ? [base[0] / 2, base[1]] : [base[0], base[1] * 2];
  if (base && base[0] / base[1] <= 240) return base;
  return average ?? base ?? [25, 1];
}

function isInterlaced({ field_order: order }: RawStream): boolean {
  return order !== undefined && !['progressive', 'unknown'].includes(order);
}

function rotationOf(stream: RawStream): number {
  const counterClockwise = stream.side_data_list?.find((side) => side.rotation !== undefined)?.rotation;
  const turned = counterClockwise === undefined ? Number(stream.tags?.['rotate'] ?? 0) : -counterClockwise;
  return (((Math.round(turned / 90) * 90) % 360) + 360) % 360;
}

function recordedAt(...tags: readonly (Record<string, string> | undefined)[]): number | null {
  for (const name of ['com.apple.quicktime.creationdate', 'creation_time']) {
    for (const set of tags) {
      const at = Date.parse(set?.[name] ?? '');
      // Cameras without a set clock say 1904 or 1970.
      if (at > Date.UTC(1990, 0) && at < Date.now() + 86_400_000) return at;
    }
  }
  return null;
}

function fraction(text: string | undefined, mark: string): readonly [number, number] | null {
  const [num = 0, den = 0] = (text ?? '').split(mark).map(Number);
  return Number.isSafeInteger(num) && Number.isSafeInteger(den) && num > 0 && den > 0 ? [num, den] : null;
}

function ms(text: string | undefined): number | null {
  const value = Number(text ?? Number.NaN) * 1000;
  return Number.isFinite(value) ? value : null;
}
