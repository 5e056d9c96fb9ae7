import { AppError } from '../../../shared/contract/errors.ts';
import { fileUrl, input, output, seconds } from '../ffmpeg/args.ts';
import type { FfmpegEnd, FfmpegRun, FfmpegRunner } from '../ffmpeg/runner.ts';
import { words } from '../ffmpeg/words.ts';
import type { SeenSegment, SeenSound } from './look-at-segment.ts';

/** What all segments of one file have in common: only then can they be laid end to end as they are. */
export interface Likeness {
  readonly container: 'mp4' | 'matroska';
  readonly codec: string;
  readonly width: number;
  readonly height: number;
  readonly timeBaseDen: number;
  readonly sound: SeenSound | null;
  /** Streams are matched by their place in the file, and Chromium's Matroska has the sound first. */
  readonly soundFirst: boolean;
}

/** Where nobody looked: a small black picture, ten a second, so that a lesson that was only heard can be marked too. */
const unseen = { container: 'matroska', codec: 'h264', width: 640, height: 360, timeBaseDen: 1000 } as const;
const unseenRate = 10;

const pictureEncoders: Readonly<Record<string, string>> = {
  h264: '-c:v libx264 -preset veryfast -crf 20 -bf 0 -pix_fmt yuv420p',
  vp9: '-c:v libvpx-vp9 -deadline realtime -cpu-used 6 -crf 30 -b:v 6M',
  vp8: '-c:v libvpx -deadline realtime -cpu-used 6 -crf 10 -b:v 6M',
};
const soundEncoders: Readonly<Record<string, string>> = {
  opus: '-c:a libopus -b:a 128k',
  aac: '-c:a aac -b:a 160k',
  vorbis: '-c:a libvorbis',
};

/** What the others are made like: the first segment with a picture, and the first with sound. */
export function likenessOf(segments: readonly SeenSegment[]): Likeness {
  const sound = segments.find((one) => one.sound)?.sound ?? null;
  const info = segments.find((one) => one.picture)?.picture?.info;
  if (!info) return { ...unseen, sound, soundFirst: false };
  const { codec, width, height, timeBaseDen, streamIndex } = info.video;
  const container = info.container.includes('matroska') ? 'matroska' : 'mp4';
  const soundFirst = info.audio !== null && info.audio.streamIndex < streamIndex;
  return { container, codec, width, height, timeBaseDen, sound, soundFirst };
}

/** Another size of picture is no difference: every keyframe brings its own. */
export function isLike(segment: SeenSegment, likeness: Likeness): boolean {
  const { picture, sound } = segment;
  if (!picture || (sound === null) !== (likeness.sound === null)) return false;
  const other = likenessOf([segment]);
  return (
    other.container === likeness.container &&
    other.codec === likeness.codec &&
    other.timeBaseDen === likeness.timeBaseDen &&
    other.soundFirst === likeness.soundFirst &&
    sameSound(sound, likeness.sound)
  );
}

/**
 * Writes a segment anew so that it is like the others: what fits is copied, only what differs is encoded, and what was
 * not recorded is black or silent. @throws AppError `parts-do-not-join` for a codec we cannot write.
 */
export async function conform(
  runner: FfmpegRunner,
  segment: SeenSegment,
  likeness: Likeness,
  target: string,
  control: Pick<FfmpegRun, 'signal'>,
): Promise<void> {
  const picture = pictureOf(segment, likeness);
  const sound = likeness.sound && soundOf(segment, likeness.sound, picture.inputs.length);
  const maps = [picture.map, ...(sound ? [sound.map] : [])];
  await runner.run({
    inputs: [...picture.inputs, ...(sound?.inputs ?? [])],
    outputs: [
      output(
        fileUrl(target),
        ...(likeness.soundFirst ? maps.toReversed() : maps).flatMap((map) => ['-map', map]),
        ...picture.options,
        ...(sound?.options ?? []),
        // The old build calls Opus in MP4 an experiment.
        ...words('-strict -2 -max_muxing_queue_size 9999'),
        ...(likeness.container === 'mp4'
          ? words(`-video_track_timescale ${likeness.timeBaseDen} -f mp4`)
          : words('-f matroska')),
      ),
    ],
    signal: control.signal,
  });
}

interface Half {
  readonly inputs: readonly FfmpegEnd[];
  readonly map: string;
  readonly options: readonly string[];
}

function pictureOf({ picture, url, lengthMs }: SeenSegment, likeness: Likeness): Half {
  const encode = encoder(pictureEncoders, likeness.codec);
  if (!picture) {
    const { width, height } = likeness;
    // Whole frames, and not one more than there is sound: the next segment follows on the longer of the two.
    const frames = Math.max(1, Math.floor((lengthMs * unseenRate) / 1000));
    const black = `color=c=black:s=${width}x${height}:r=${unseenRate}:d=${seconds((frames * 1000) / unseenRate)}`;
    return { inputs: [lavfi(black)], map: '0:v:0', options: [...encode, '-g', String(unseenRate)] };
  }
  const fits = picture.info.video.codec === likeness.codec;
  const options = fits ? words('-c:v copy') : [...words('-vsync passthrough'), ...encode];
  return { inputs: [input(url)], map: '0:v:0', options };
}

/** @param place of its first own input among those of the run. */
function soundOf({ picture, sound, url, lengthMs }: SeenSegment, like: SeenSound, place: number): Half {
  const encode = encoder(soundEncoders, like.codec);
  const { sampleRate, channels } = like;
  if (!sound) {
    const layout = channels > 1 ? 'stereo' : 'mono';
    // A source of silence has no end of its own in the old build.
    const silence = lavfi(`anullsrc=r=${sampleRate}:cl=${layout}`, '-t', seconds(lengthMs));
    return { inputs: [silence], map: `${place}:a:0`, options: encode };
  }
  const options = sameSound(sound, like)
    ? words('-c:a copy')
    : [...encode, ...words(`-ar ${sampleRate} -ac ${channels}`)];
  // Picture and sound of one segment are read from one input, or they lose their step.
  return picture
    ? { inputs: [], map: '0:a:0', options }
    : { inputs: [input(url)], map: `${place}:a:0`, options };
}

function lavfi(graph: string, ...options: readonly string[]): FfmpegEnd {
  return { options: ['-f', 'lavfi', ...options], url: graph };
}

function encoder(encoders: Readonly<Record<string, string>>, codec: string): string[] {
  const found = encoders[codec];
  if (found === undefined) throw new AppError('parts-do-not-join');
  return words(found);
}

function sameSound(one: SeenSound | null, other: SeenSound | null): boolean {
  return (
    one?.codec === other?.codec && one?.sampleRate === other?.sampleRate && one?.channels === other?.channels
  );
}
