import { z } from 'zod';

/** What a probe says of a file; kept with the recording. Times in ms on the container's own clock. */
export const mediaInfo = z.object({
  container: z.string(),
  /** The container's start: ffmpeg's `-ss` counts from here. */
  startMs: z.number(),
  durationMs: z.number().nullable(),
  recordedAt: z.int().nullable(),
  video: z.object({
    streamIndex: z.int(),
    codec: z.string(),
    profile: z.string(),
    pixelFormat: z.string(),
    width: z.int(),
    height: z.int(),
    /** Sample aspect ratio; 1:1 when unknown. */
    sarNum: z.int(),
    sarDen: z.int(),
    /** Clockwise degrees the player must turn the picture. */
    rotation: z.int(),
    frameRateNum: z.int(),
    frameRateDen: z.int(),
    timeBaseNum: z.int(),
    timeBaseDen: z.int(),
    interlaced: z.boolean(),
    colorRange: z.string().nullable(),
    colorSpace: z.string().nullable(),
    /** How light is coded; tells high dynamic range. */
    colorTransfer: z.string().nullable().default(null),
    level: z.int(),
    /** By how many frames decoding runs ahead of showing. */
    reorderFrames: z.int(),
  }),
  audio: z
    .object({
      streamIndex: z.int(),
      codec: z.string(),
      sampleRate: z.int(),
      channels: z.int(),
      startMs: z.number(),
    })
    .nullable(),
});
export type MediaInfo = z.infer<typeof mediaInfo>;
