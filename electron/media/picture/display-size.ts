import type { MediaInfo } from '../media-info.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The picture as it is meant to be seen: square pixels, turned upright. */
export function displaySize({ width, height, sarNum, sarDen, rotation }: MediaInfo['video']): Size {
  // Stretched, never squeezed: no line of the picture is thrown away.
  const wide = sarNum >= sarDen ? (width * sarNum) / sarDen : width;
  const high = sarNum >= sarDen ? height : (height * sarDen) / sarNum;
  return rotation % 180 === 0 ? { width: wide, height: high } : { width: high, height: wide };
}

/** The largest even size of the same shape that fits in a box and is no larger than it was. */
export function fitInto(size: Size, box: Size): Size {
  const factor = Math.min(1, box.width / size.width, box.height / size.height);
  return { width: even(size.width * factor), height: even(size.height * factor) };
}

/** Chroma is stored at half size: sides must be even. */
function even(side: number): number {
  return Math.max(2, Math.round(side / 2) * 2);
}

/** Filters that give the picture this size, whole frames and square pixels; ffmpeg has turned it upright before them. */
export function pictureFilters(video: MediaInfo['video'], { width, height }: Size): string[] {
  return [
    // One frame out per frame in, so that frame numbers stay what they were.
    ...(video.interlaced ? ['yadif=mode=send_frame'] : []),
    `scale=${width}:${height}`,
    'setsar=1',
  ];
}
