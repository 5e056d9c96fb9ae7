import { isAppError } from '../../../shared/contract/errors.ts';
import type { MediaInfo } from '../media-info.ts';

/** How phones store more light than a screen shows: PQ (HDR10) and HLG. */
const highRange: ReadonlySet<string> = new Set(['smpte2084', 'arib-std-b67']);

/** Brings high dynamic range to the colours of an ordinary screen: untreated, faces are grey. */
const toneMapping: readonly string[] = [
  'zscale=t=linear:npl=100',
  'format=gbrpf32le',
  'zscale=p=bt709',
  'tonemap=hable:desat=0',
  'zscale=t=bt709:m=bt709:r=tv',
  'format=yuv420p',
];

/**
 * Makes a picture in its true colours. Not every build of ffmpeg can: then it is made in the colours as they are stored.
 * @param make is given the filters that follow its own.
 */
export async function inTrueColours<T>(
  { colorTransfer }: MediaInfo['video'],
  make: (filters: readonly string[]) => Promise<T>,
): Promise<T> {
  if (!colorTransfer || !highRange.has(colorTransfer)) return make([]);
  try {
    return await make(toneMapping);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'ffmpeg-failed') throw error;
    return make([]);
  }
}
