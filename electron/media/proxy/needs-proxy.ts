import type { FrameIndex } from '../frames/frame-index.ts';
import type { MediaInfo } from '../media-info.ts';

/** Why the page cannot play a recording as it is, or would play it badly. */
type ProxyReason =
  | 'video-codec'
  | 'pixel-format'
  | 'interlaced'
  | 'pixel-shape'
  | 'turned'
  | 'audio-codec'
  | 'container'
  | 'start'
  | 'length-unknown';

/** What must be done: `encode` the picture anew, or `copy` it into another container with its sound encoded (fast). */
export interface ProxyNeed {
  readonly way: 'encode' | 'copy';
  readonly reason: ProxyReason;
}

/** 8-bit 4:2:0; Chromium has no H.264 decoder for more. */
const ordinary: ReadonlySet<string> = new Set(['yuv420p', 'yuvj420p']);
const fine: ReadonlySet<string> = new Set([...ordinary, 'yuv420p10le']);
const pictures: Readonly<Record<string, ReadonlySet<string>>> = {
  h264: ordinary,
  vp8: ordinary,
  vp9: fine,
  av1: fine,
};
const sounds: ReadonlySet<string> = new Set(['aac', 'mp3', 'opus', 'vorbis', 'flac']);

/**
 * What Chromium, as it comes with Electron on every system, needs before it can play a recording with exact times;
 * null when it can play the file itself. HEVC counts as unplayable: whether it plays depends on the machine.
 * A variable frame rate is no reason: the player goes by the times of the frames, and so do our marks.
 */
export function needsProxy(info: MediaInfo, index: Pick<FrameIndex, 'offsetMs'>): ProxyNeed | null {
  const { video, audio } = info;
  const container = containerOf(info);
  const formats = pictures[video.codec];
  if (!formats) return { way: 'encode', reason: 'video-codec' };
  if (!formats.has(video.pixelFormat)) return { way: 'encode', reason: 'pixel-format' };
  if (video.interlaced) return { way: 'encode', reason: 'interlaced' };
  if (video.sarNum !== video.sarDen) return { way: 'encode', reason: 'pixel-shape' };
  // Only MP4 and MOV say it in the one way that every player heeds.
  if (video.rotation !== 0 && container !== 'mov') return { way: 'encode', reason: 'turned' };
  // Only H.264 travels well into the MP4 that a proxy is.
  const way = video.codec === 'h264' ? 'copy' : 'encode';
  if (container === null) return { way, reason: 'container' };
  if (audio && !sounds.has(audio.codec)) return { way, reason: 'audio-codec' };
  if (info.durationMs === null) return { way, reason: 'length-unknown' };
  // The player counts from the container's start. Up to half a frame later shows the same frames.
  const frameMs = (1000 * video.frameRateDen) / video.frameRateNum;
  if (Math.abs(index.offsetMs) > frameMs / 2) return { way, reason: 'start' };
  return null;
}

function containerOf(info: MediaInfo): 'mov' | 'matroska' | null {
  const names = info.container.split(',');
  if (names.includes('mov')) return 'mov';
  return names.includes('matroska') ? 'matroska' : null;
}
