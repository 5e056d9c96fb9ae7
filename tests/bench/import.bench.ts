import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBinary } from '../../electron/media/ffmpeg/binaries.ts';
import { makeClip } from '../fixtures/clips.ts';
import { startServices } from '../fixtures/services.ts';
import { median, timed, type Bench } from './bench.ts';

const execute = promisify(execFile);

const bench: Bench = {
  name: 'import',
  promise: 'bringing in a file goes at least 0.8 times as fast as `cp` and `sha256sum` one after the other',
  limit: 1.25,
  async run({ tmp, log }) {
    const minute = await makeClip(join(tmp, 'minuut.mp4'), { seconds: 30, size: '1280x720', video: noisy });
    const lesson = join(tmp, 'les.mp4');
    const loop = [
      '-hide_banner',
      '-loglevel',
      'error',
      '-stream_loop',
      '19',
      '-i',
      minute,
      '-c',
      'copy',
      lesson,
    ];
    await execute(findBinary('ffmpeg').path, loop);
    const app = await startServices(tmp);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      // A new file each time, as ours is: memory that a deleted copy gave back makes the next one far quicker.
      const copy = join(tmp, `kopie-${round}.mp4`);
      theirs.push(
        await timed(async () => {
          await execute('cp', [lesson, copy]);
          await execute('sync', [copy]);
          await execute('sha256sum', [copy]);
        }),
      );
      const offer = await app.call('imports', 'offerDropped', { paths: [lesson] });
      ours.push(
        await timed(async () => {
          const { jobIds } = await app.call('imports', 'start', {
            offerId: offer.id,
            clipIds: offer.clips.map((one) => one.id),
            ownerId: null,
            again: true,
          });
          const job = await app.services.jobs.whenEnded(jobIds[0] ?? '');
          if (job.state !== 'done') throw new Error(job.error?.code ?? job.state);
        }),
      );
      await app.settled();
      log(
        `round ${round + 1}: ours ${Math.round(ours.at(-1) ?? 0)} ms, cp + sha256sum ${Math.round(theirs.at(-1) ?? 0)} ms`,
      );
    }
    const bytes = (await app.call('recordings', 'list', { limit: 1 })).items[0]?.sizeBytes ?? 0;
    await app.close();
    return {
      ratio: median(ours) / median(theirs),
      detail: { MB: bytes / 1e6, 'ours ms': median(ours), 'cp + sha256sum ms': median(theirs) },
    };
  },
};

/** Large on purpose: what is measured is copying, not looking. */
const noisy = [
  '-c:v',
  'libx264',
  '-preset',
  'ultrafast',
  '-pix_fmt',
  'yuv420p',
  '-b:v',
  '8M',
  '-minrate',
  '8M',
  '-maxrate',
  '8M',
  '-bufsize',
  '16M',
  '-x264-params',
  'nal-hrd=cbr:keyint=50',
];

export default bench;
