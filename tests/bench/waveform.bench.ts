import { createFluentRunner } from '../../electron/media/ffmpeg/fluent-adapter.ts';
import { findBinary } from '../../electron/media/ffmpeg/binaries.ts';
import { makeWaveform } from '../../electron/media/waveform/make-waveform.ts';
import { recordedAt } from '../fixtures/recorded.ts';
import { median, timed, type Bench } from './bench.ts';
import { best, makeLesson, plainFfmpeg } from './lesson.ts';

const minutes = 30;

const bench: Bench = {
  name: 'measuring the sound',
  promise: `1080p H.264 with AAC (${minutes} min): at most 1.3 × ffmpeg's own pass to PCM`,
  limit: 1.3,
  async run({ tmp, log }) {
    const lesson = await makeLesson(tmp, minutes);
    log('lesson made');
    const { url, ...media } = await recordedAt(lesson);
    const runner = createFluentRunner(findBinary('ffmpeg').path);
    const pcm = ['-vn', '-ac', '1', '-ar', '8000', '-c:a', 'pcm_s16le', '-f', 'null', '-'];
    const passes: number[] = [];
    const waves: number[] = [];
    let count = 0;
    for (let round = 0; round < 5; round += 1) {
      passes.push(await timed(() => plainFfmpeg('-i', lesson, ...pcm)));
      waves.push(
        await timed(async () => {
          count = (await makeWaveform({ runner, url, media }))?.length ?? 0;
        }),
      );
    }
    const ratio = median(waves) / median(passes);
    return {
      ratio,
      detail: {
        pcmMs: median(passes),
        waveformMs: median(waves),
        'best of each': best(waves) / best(passes),
        peaks: count,
      },
    };
  },
};
export default bench;
