import { CaptureError, type CameraPicture, type CaptureFormat } from './capture.ts';

/** Sound is speech from across a room: more than enough for it. */
const soundBitsPerSecond = 128_000;
/** Bits for one pixel of one frame: a classroom, half of which moves, by an encoder that may not look ahead. */
const bitsPerPixel = 0.12;
const leastPictureBits = 1_000_000;
const mostPictureBits = 40_000_000;

/**
 * Containers that survive being cut off, best first. Matroska before MP4: it gives bytes every second where Chromium's
 * MP4 gives them once a key picture, four seconds after the start (decision 0125). AAC is there on Windows and macOS.
 */
function typesFor(picture: CameraPicture | null, hasSound: boolean): string[] {
  if (!picture) return ['audio/webm;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4;codecs=opus'];
  const h264 = `avc1.6400${levelFor(picture)}`;
  const sounds = hasSound ? ['mp4a.40.2', 'opus'] : [null];
  return [
    ...sounds.flatMap((sound) => [
      typeOf('video/x-matroska', h264, sound),
      typeOf('video/mp4', h264, sound),
      typeOf('video/webm', 'h264', sound),
    ]),
    typeOf('video/webm', 'vp9', hasSound ? 'opus' : null),
    typeOf('video/webm', 'vp8', hasSound ? 'opus' : null),
  ];
}

function typeOf(container: string, codec: string, sound: string | null): string {
  return `${container};codecs=${[codec, sound].filter(Boolean).join(',')}`;
}

/** H.264 level that holds the picture, in hexadecimal: 4.0 up to 1080p30, 4.2 up to 1080p60, 5.2 above. */
function levelFor({ width, height, frameRate }: CameraPicture): string {
  if (width * height > 1920 * 1088) return '34';
  return frameRate > 31 ? '2a' : '28';
}

/** Bits per second for a picture (null: sound only) and its sound. */
export function bitsFor(picture: CameraPicture | null, hasSound: boolean): number {
  const sound = hasSound ? soundBitsPerSecond : 0;
  if (!picture) return Math.max(sound, soundBitsPerSecond);
  const wanted = picture.width * picture.height * picture.frameRate * bitsPerPixel;
  return Math.round(Math.min(mostPictureBits, Math.max(leastPictureBits, wanted))) + sound;
}

/**
 * What to write for this picture and sound.
 * @throws CaptureError `no-format` where the browser writes no container that survives a crash.
 */
export function chooseFormat(
  picture: CameraPicture | null,
  hasSound: boolean,
  isTypeSupported: (type: string) => boolean,
): Omit<CaptureFormat, 'inHardware'> {
  const mimeType = typesFor(picture, hasSound).find((type) => isTypeSupported(type));
  if (!mimeType) throw new CaptureError('no-format');
  return { mimeType, bitsPerSecond: bitsFor(picture, hasSound), picture, hasSound };
}

/** Options of the recorder: a key picture every 2 s, so that cutting and seeking need not look far back. */
export function recorderOptions({ mimeType, bitsPerSecond, picture, hasSound }: CaptureFormat) {
  const audioBitsPerSecond = hasSound ? soundBitsPerSecond : 0;
  return {
    mimeType,
    ...(hasSound ? { audioBitsPerSecond } : {}),
    ...(picture
      ? { videoBitsPerSecond: bitsPerSecond - audioBitsPerSecond, videoKeyFrameIntervalDuration: 2000 }
      : {}),
  };
}

const codecNames: Readonly<Record<string, string>> = { avc1: 'H264', h264: 'H264', vp9: 'VP9', vp8: 'VP8' };

/**
 * Whether the encoder works in hardware. Chromium knows no `record` question; the one about calls (`webrtc`) is
 * answered by the same encoders. Null when it cannot say.
 */
export async function isInHardware(format: Omit<CaptureFormat, 'inHardware'>): Promise<boolean | null> {
  const codec = /codecs=(\w+)/.exec(format.mimeType)?.[1] ?? '';
  const name = codecNames[codec];
  if (!format.picture || !name || !('mediaCapabilities' in navigator)) return null;
  const { width, height, frameRate } = format.picture;
  const video = { contentType: `video/${name}`, width, height, framerate: frameRate };
  try {
    const info = await navigator.mediaCapabilities.encodingInfo({
      type: 'webrtc',
      video: { ...video, bitrate: format.bitsPerSecond },
    });
    return info.supported ? info.powerEfficient : null;
  } catch (error) {
    // A browser that knows neither kind of question: nothing is known then, which the screen leaves out.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
