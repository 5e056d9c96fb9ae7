import { output } from '../ffmpeg/args.ts';
import { soundFrom, type CutSource } from './cut-source.ts';

const rate = 8000;
const listenSeconds = 2;
/** Farther than this sound is not looked for: 100 ms to either side. */
const reach = rate / 10;
/** Below this likeness (0–1) the sounds say nothing of their distance: silence, or noise that encoding changed. */
const enough = 0.6;

/**
 * By how many ms the sound of a fragment stands later than in its source, heard in the first two seconds; null when there
 * is nothing to hear it by.
 */
export async function soundOffsetMs(
  source: CutSource,
  inFrame: number,
  made: CutSource,
): Promise<number | null> {
  if (!source.info.audio || !made.info.audio) return null;
  const wanted = await listen(source, inFrame);
  const found = await listen(made, 0);
  const lag = bestLag(wanted, found);
  return lag === null ? null : (lag / rate) * 1000;
}

async function listen(source: CutSource, frame: number): Promise<Int16Array> {
  const sound = soundFrom(source, frame);
  const chunks: Buffer[] = [];
  await source.runner.run({
    inputs: [sound.input],
    outputs: [
      output(
        'pipe:1',
        '-map',
        `0:${source.info.audio?.streamIndex ?? 'a:0'}`,
        '-af',
        [...sound.filters, 'aresample=async=1000:first_pts=0', `atrim=end=${listenSeconds}`].join(','),
        '-ac',
        '1',
        '-ar',
        String(rate),
        '-f',
        's16le',
      ),
    ],
    onStdout: (chunk) => chunks.push(chunk),
    signal: source.signal,
  });
  const all = Buffer.concat(chunks);
  return Int16Array.from({ length: all.length >> 1 }, (_, place) => all.readInt16LE(place * 2));
}

/** The shift at which two sounds are most alike, in samples; null when they are not alike enough at any. */
export function bestLag(wanted: Int16Array, found: Int16Array): number | null {
  let best: number | null = null;
  let bestLikeness = enough;
  // Nearest first: a steady tone is as alike a whole wave further on.
  for (let step = 0; step <= 2 * reach; step += 1) {
    const lag = step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    const likeness = likenessAt(wanted, found, lag);
    if (likeness > bestLikeness + 0.01) {
      best = lag;
      bestLikeness = likeness;
    }
  }
  return best;
}

function likenessAt(wanted: Int16Array, found: Int16Array, lag: number): number {
  let both = 0;
  let own = 0;
  let other = 0;
  const from = Math.max(0, -lag);
  const to = Math.min(wanted.length, found.length - lag);
  for (let place = from; place < to; place += 1) {
    const a = wanted[place] ?? 0;
    const b = found[place + lag] ?? 0;
    both += a * b;
    own += a * a;
    other += b * b;
  }
  // A few samples that happen to overlap are alike by chance.
  if (to - from < wanted.length / 2) return 0;
  // Quieter than the last bits of a microphone is silence.
  return own < (to - from) * 100 || other === 0 ? 0 : both / Math.sqrt(own * other);
}
