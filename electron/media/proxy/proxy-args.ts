import { seeksLoosely, soundFrom, type CutSource } from '../cut/cut-source.ts';
import { input, output, seconds } from '../ffmpeg/args.ts';
import { words } from '../ffmpeg/words.ts';
import type { FfmpegRun } from '../ffmpeg/runner.ts';
import { seekMs } from '../frames/frame-index.ts';
import { displaySize, fitInto, pictureFilters } from '../picture/display-size.ts';

type Pass = Pick<FfmpegRun, 'inputs' | 'outputs'>;

const landscape = { width: 1920, height: 1080 };
const portrait = { width: 1080, height: 1920 };

/**
 * A proxy whose picture is encoded anew: every frame of the source, at its own time, upright and whole.
 * @param firstMs recording time of the first frame that can be decoded. @param colours filters that mend its colours.
 */
export function encodedProxy(
  source: CutSource,
  target: string,
  firstMs: number,
  colours: readonly string[] = [],
): Pass {
  const { video } = source.info;
  const { constant } = source.index;
  const shown = displaySize(video);
  const size = fitInto(shown, shown.height > shown.width ? portrait : landscape);
  const filters = [`setpts=PTS-STARTPTS+${seconds(firstMs)}/TB`, ...pictureFilters(video, size), ...colours];
  return {
    inputs: [input(source.url), ...soundInput(source)],
    outputs: [
      output(
        target,
        '-vf',
        filters.join(','),
        // Frames as they come: any other mode repeats or drops some to even out the rate.
        ...words(`-map 0:${video.streamIndex} -vsync passthrough`),
        // By itself ffmpeg rounds times to the nominal rate, which moves the frames of a variable one by half a frame.
        // Not finer: the old build gives the last frame one tick of length, and below 1 ms it is never shown.
        ...(constant ? [] : words('-enc_time_base:v 1:600')),
        // No B-frames: every seek is one decode, and the file begins at zero without an edit list.
        ...words('-c:v libx264 -preset veryfast -crf 23 -bf 0 -pix_fmt yuv420p'),
        ...keyframes(source),
        ...sound(source),
        ...container,
      ),
    ],
  };
}

/** A proxy whose picture is copied: only its container and its sound are anew. */
export function copiedProxy(source: CutSource, target: string): Pass {
  const first = seekMs(source.index, 0) + (keepsOwnTimes(source) ? source.info.startMs : 0);
  return {
    inputs: [input(source.url, '-itsoffset', seconds(-first)), ...soundInput(source)],
    outputs: [
      output(
        target,
        ...words(`-map 0:${source.info.video.streamIndex} -c:v copy`),
        ...sound(source),
        ...container,
      ),
    ],
  };
}

/** The source once more, opened where its first frame is shown, so that sound and picture begin together. */
function soundInput(source: CutSource): Pass['inputs'] {
  return source.info.audio ? [soundFrom(source, 0).input] : [];
}

/** Where the sound is opened with the file's own time stamps, ffmpeg keeps those of the picture as well. */
function keepsOwnTimes({ info }: CutSource): boolean {
  return info.audio !== null && seeksLoosely(info);
}

/** `first_pts=0` puts silence where the sound begins later than the picture; `async` fills what the camera left out. */
function sound(source: CutSource): string[] {
  const { audio } = source.info;
  if (!audio) return ['-an'];
  const filters = [...soundFrom(source, 0).filters, 'aresample=async=1000:first_pts=0'];
  const channels = audio.channels > 1 ? 2 : 1;
  return [
    '-af',
    filters.join(','),
    ...words(`-map 1:${audio.streamIndex} -c:a aac -b:a 160k -ac ${channels} -ar 48000`),
  ];
}

/** One at least every half second, so that seeking is quick; counted in frames, and for a variable rate in time too. */
function keyframes({ info, index }: CutSource): string[] {
  const { frameRateNum, frameRateDen } = info.video;
  const frames = Math.max(1, Math.floor(frameRateNum / frameRateDen / 2));
  const byTime = ['-force_key_frames', 'expr:if(isnan(prev_forced_t),1,gte(t,prev_forced_t+0.45))'];
  return ['-g', String(frames), ...(index.constant ? [] : byTime)];
}

const container = words(
  // Without room for many packets the old build gives up where sound and picture stand far apart in the file.
  '-map_metadata -1 -map_chapters -1 -dn -sn -max_muxing_queue_size 9999 -video_track_timescale 90000 -movflags +faststart -f mp4',
);
