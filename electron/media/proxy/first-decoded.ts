import type { CutSource } from '../cut/cut-source.ts';
import { input, output } from '../ffmpeg/args.ts';
import { words } from '../ffmpeg/words.ts';
import { clockOf } from '../frames/frame-index.ts';

/**
 * Recording time in ms of the first frame that ffmpeg can decode. Usually 0. A recording may begin with frames that
 * lean on a keyframe that is not there (they are never seen), or on one that an edit list hides (they are).
 * @throws what a runner throws.
 */
export async function firstDecodedMs({ runner, url, info, index, signal }: CutSource): Promise<number> {
  const [firstKey = 0] = index.keyframes;
  if (firstKey === 0) return 0;
  let told = '';
  await runner.run({
    // The file's own times: ffmpeg's zero of a transport stream depends on which of its streams are used.
    inputs: [input(url, '-copyts')],
    outputs: [
      output(
        'pipe:1',
        ...words(`-map 0:${info.video.streamIndex} -frames:v 1 -vsync passthrough`),
        ...words('-enc_time_base:v 1:90000 -vf scale=16:16 -f framecrc'),
      ),
    ],
    onStdout: (chunk) => (told += chunk.toString()),
    signal,
  });
  const keyMs = clockOf(index).timeOf(firstKey);
  const shownMs = Number(/^0,[^,]*,\s*(-?\d+)/m.exec(told)?.[1] ?? 0) / 90 - info.startMs - index.offsetMs;
  // Builds differ by some ms on where a file starts: only which of the two it is counts.
  return Math.abs(shownMs - keyMs) < Math.abs(shownMs) ? keyMs : 0;
}
