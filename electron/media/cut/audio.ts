import { seconds } from '../ffmpeg/args.ts';
import type { MediaInfo } from '../media-info.ts';
import type { OpenedSource } from './cut-source.ts';

/**
 * Sound of a fragment: one continuous AAC track over the whole range. Never copied: a packet of sound does not begin
 * where a frame of picture does, and joined packets leave gaps. `aresample=async` fills what the camera left out;
 * `first_pts=0` puts silence where the sound starts later than the picture, so that the offset stays.
 */
export function audioOptions(
  info: MediaInfo,
  sound: OpenedSource,
  lengthMs: number,
  inputNumber: number,
): string[] {
  if (!info.audio) return ['-an'];
  return [
    '-map',
    `${inputNumber}:${info.audio.streamIndex}`,
    '-c:a',
    'aac',
    '-b:a',
    info.audio.channels > 1 ? '192k' : '128k',
    '-ac',
    info.audio.channels > 1 ? '2' : '1',
    '-ar',
    '48000',
    '-af',
    [
      ...sound.filters,
      'aresample=async=1000:first_pts=0',
      // Padded without end and trimmed: the build of 2018 cannot pad to a length.
      'apad',
      `atrim=end=${seconds(lengthMs)}`,
    ].join(','),
  ];
}

/** Location, device, titles and chapters do not travel with a fragment; nor do data tracks (GPS). */
export const nothingPersonal: readonly string[] = [
  '-map_metadata',
  '-1',
  '-map_chapters',
  '-1',
  '-dn',
  '-sn',
  '-fflags',
  '+bitexact',
];
