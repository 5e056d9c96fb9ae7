import { bells, groupWork, lessonSeconds, lines, writing, type Line } from './script.ts';
import { chance, ease, hold } from './draw/motion.ts';

export const sampleRate = 44_100;

/** The lesson's sound, mono, −1…1: room, bells, chalk, murmur, and voices that hum the melody of what is said. */
export function makeSound(): Float32Array {
  const sound = new Float32Array(lessonSeconds * sampleRate);
  let low = 0;
  let seed = 1;
  const noise = (): number => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return seed / 2_147_483_648 - 1;
  };
  for (let place = 0; place < sound.length; place += 1) {
    const t = place / sampleRate;
    const raw = noise();
    low += (raw - low) * 0.04;
    const murmur = hold(t, groupWork.from, groupWork.to, 2, 1.2);
    let value = low * 0.05 + low * murmur * 0.16 * (1 + Math.sin(t * 5.1) * 0.5);
    for (const bell of bells) value += bellAt(t - bell.at, bell.kind === 'school' ? 740 : 1320);
    for (const line of writing)
      if (t > line.from && t < line.to) value += raw * 0.03 * Math.max(0, Math.sin(t * 31));
    for (const line of lines) if (t > line.from && t < line.to) value += voiceAt(t, line);
    sound[place] = Math.max(-1, Math.min(1, value));
  }
  return sound;
}

function bellAt(after: number, pitch: number): number {
  if (after < 0 || after > 3) return 0;
  const ring = [1, 2.01, 2.99, 4.2].reduce(
    (sum, part, place) => sum + Math.sin(after * pitch * part * 2 * Math.PI) / (place + 1.5),
    0,
  );
  return ring * 0.13 * Math.exp(-after * 2.2);
}

/** A hum with the rhythm of syllables; at the end of a question it rises. */
function voiceAt(t: number, line: Line): number {
  const into = t - line.from;
  const share = into / (line.to - line.from);
  const base = line.who === 'teacher' ? 205 : 285 + chance(line.who.length) * 40;
  const melody =
    1 + 0.06 * Math.sin(into * 7) + (line.asks ? 0.28 * ease(share, 0.7, 1) : -0.12 * ease(share, 0.7, 1));
  const syllable = Math.max(0, Math.sin(into * 2 * Math.PI * 4.2)) ** 0.6;
  const phase = 2 * Math.PI * base * melody * into;
  const tone =
    Math.sin(phase) +
    0.5 * Math.sin(phase * 2) +
    0.3 * Math.sin(phase * 3 + Math.sin(into * 20)) +
    0.12 * Math.sin(phase * 5);
  const loud = line.who === 'teacher' ? 0.17 : 0.1;
  return tone * syllable * loud * hold(t, line.from, line.to, 0.08, 0.12);
}
