import { AppError, type ErrorCode } from '../../../shared/contract/errors.ts';

/** Demuxers that read a list of other files: their text under a video's name must not be followed. */
const listFormats = new Set([
  'concat',
  'hls',
  'dash',
  'imf',
  'webm_dash_manifest',
  'applehttp',
  'sdp',
  'rtsp',
]);

/** What both builds (2018 and 5.1) say of each trouble; causes outside the file come before what they do to reading it. */
const sayings: readonly (readonly [RegExp, ErrorCode])[] = [
  [/No space left on device|Disk quota exceeded|not enough space on the disk/i, 'disk-full'],
  [/Read-only file system/i, 'library-read-only'],
  [/Protocol '.*' not (?:in|on) whitelist|Unsafe file name/i, 'file-refers-elsewhere'],
  [/Not detecting m3u8/i, 'file-refers-elsewhere'],
  // Only its name says what it is; nothing inside does.
  [/misdetection possible/i, 'file-not-video'],
  [/moov atom not found/i, 'file-truncated'],
  [/No such file or directory/i, 'source-vanished'],
  [/Permission denied|Input\/output error/i, 'source-unreadable'],
  [/does not contain any stream|matches no streams/i, 'file-no-frames'],
  [/Invalid data found when processing input|Error opening input|End of file/i, 'file-damaged'],
];

/** Gives what ffmpeg or ffprobe said on stderr its code; `ffmpeg-failed` when it is none of the known troubles. */
export function errorFromStderr(stderr: string): AppError {
  return new AppError(codeOf(stderr), {}, { cause: new Error(stderr.slice(-2000)) });
}

function codeOf(stderr: string): ErrorCode {
  // The list of formats names nobody's file: which demuxer was refused stands before it.
  const refused = /\[([\w,]+) @ [^\]]*\] Format not (?:in|on) whitelist/.exec(stderr)?.[1];
  if (refused !== undefined) {
    return refused.split(',').some((name) => listFormats.has(name))
      ? 'file-refers-elsewhere'
      : 'file-not-video';
  }
  return sayings.find(([pattern]) => pattern.test(stderr))?.[1] ?? 'ffmpeg-failed';
}

/** What a failed start of the program means. */
export function errorFromStart(cause: unknown): AppError {
  return new AppError('ffmpeg-missing', {}, { cause });
}
