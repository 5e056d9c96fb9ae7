import { createFluentRunner } from '../../electron/media/ffmpeg/fluent-adapter.ts';
import { findBinary } from '../../electron/media/ffmpeg/binaries.ts';
import { makeFilmstrip } from '../../electron/media/filmstrip/make-filmstrip.ts';
import { planFilmstrip } from '../../electron/media/filmstrip/filmstrip-plan.ts';
import { recordedAt } from '../fixtures/recorded.ts';
import { median, timed, type Bench } from './bench.ts';
import { best, makeLesson, plainFfmpeg } from './lesson.ts';

const minutes = 20;

const bench: Bench = {
  name: 'drawing a filmstrip',
  promise: `1080p H.264 (${minutes} min): at most 1.3 × ffmpeg's own keyframe-only pass`,
  limit: 1.3,
  async run({ tmp, log }) {
    const lesson = await makeLesson(tmp, minutes);
    log('lesson made');
    const { url, ...media } = await recordedAt(lesson);
    const runner = createFluentRunner(findBinary('ffmpeg').path);
    const plan = planFilmstrip(media);
    const { streamIndex } = media.info.video;
    const passes: number[] = [];
    const strips: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      passes.push(
        await timed(() => plainFfmpeg('-skip_frame', 'nokey', '-i', lesson, '-an', '-f', 'null', '-')),
      );
      strips.push(await timed(() => makeFilmstrip({ runner, url, streamIndex, plan })));
    }
    const ratio = median(strips) / median(passes);
    return {
      ratio,
      detail: {
        passMs: median(passes),
        stripMs: median(strips),
        'best of each': best(strips) / best(passes),
        stills: plan.count,
      },
    };
  },
};
export default bench;
