import type { FrameRange } from '../../../shared/domain/frames.ts';
import type { FrameIndex } from '../frames/frame-index.ts';
import type { MediaInfo } from '../media-info.ts';

export type CutMode = 'copy' | 'smart' | 'encode';

/** What to make of a range: ends to encode, middle to copy. An empty end has `inFrame === outFrame`. */
export type CutPlan =
  | {
      readonly mode: 'copy' | 'smart';
      readonly head: FrameRange;
      readonly middle: FrameRange;
      readonly tail: FrameRange;
    }
  | { readonly mode: 'encode'; readonly reason: string };

const copyablePixels = new Set(['yuv420p', 'yuvj420p']);

/**
 * Chooses how to cut. Copying starts and ends only at keyframes whose group is closed; what lies between the range's
 * ends and those is encoded anew. Anything a player may trip over at a joint is encoded whole.
 */
export function planCut(info: MediaInfo, index: FrameIndex, range: FrameRange): CutPlan {
  const reason = obstacle(info, index);
  if (reason) return { mode: 'encode', reason };
  const boundaries = [...index.cleanKeyframes, index.times.length];
  const from = boundaries.find((frame) => frame >= range.inFrame);
  const to = boundaries.findLast((frame) => frame <= range.outFrame);
  if (from === undefined || to === undefined || to <= from)
    return { mode: 'encode', reason: 'no-whole-group-inside' };
  return {
    mode: from === range.inFrame && to === range.outFrame ? 'copy' : 'smart',
    head: { inFrame: range.inFrame, outFrame: from },
    middle: { inFrame: from, outFrame: to },
    tail: { inFrame: to, outFrame: range.outFrame },
  };
}

function obstacle({ video }: MediaInfo, index: FrameIndex): string | null {
  if (video.codec !== 'h264') return 'codec';
  if (video.interlaced) return 'interlaced';
  if (!copyablePixels.has(video.pixelFormat)) return 'pixel-format';
  if (!index.constant) return 'variable-frame-rate';
  return null;
}
