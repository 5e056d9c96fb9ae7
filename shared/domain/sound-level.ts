/**
 * What the level of a microphone says before a lesson is filmed. Levels are decibel below full scale (dBFS): 0 is the
 * loudest a sample can be, speech one metre away lies around −25, a child at the back of the class around −45.
 */
export interface SoundReading {
  /** Loudest sample of a short window. */
  readonly peakDb: number;
  /** Mean power of that window. */
  readonly rmsDb: number;
}

/** `listening`: not enough was heard yet to say anything. */
export type SoundVerdict = 'listening' | 'silent' | 'clipping' | 'too-soft' | 'good';

/** A switch that is off or the wrong microphone: not even the noise of a room. */
const silentBelowDb = -62;
/** From here samples are cut off at the top. */
const clippingFromDb = -0.5;
/** One loud bang is a door; several windows are a gain that stands too high. */
const clippingWindows = 3;
/** What the loudest tenth must reach for voices to be understood later. */
const speechFromDb = -42;

/** How long is listened before anything is said, in ms, and how far back it looks. */
export const listenMs = { first: 2000, span: 5000 } as const;

/** The quietest level there is, in dBFS: what digital silence is shown as. */
export const floorDb = -100;

/** A share of full scale (0–1) in decibel, never below `floorDb`. */
export function toDb(share: number): number {
  return share <= 0 ? floorDb : Math.max(floorDb, 20 * Math.log10(share));
}

/** Reads one window of samples (−1…1). */
export function readSound(samples: ArrayLike<number>): SoundReading {
  let peak = 0;
  let power = 0;
  for (let at = 0; at < samples.length; at += 1) {
    const sample = samples[at] ?? 0;
    peak = Math.max(peak, Math.abs(sample));
    power += sample * sample;
  }
  return { peakDb: toDb(peak), rmsDb: toDb(Math.sqrt(power / Math.max(1, samples.length))) };
}

/** Judges the readings of the last seconds (`listenMs.span`); `heardMs` is how long they took together. */
export function judgeSound(readings: readonly SoundReading[], heardMs: number): SoundVerdict {
  if (readings.length === 0 || heardMs < listenMs.first) return 'listening';
  if (readings.filter(({ peakDb }) => peakDb >= clippingFromDb).length >= clippingWindows) return 'clipping';
  if (readings.every(({ peakDb }) => peakDb < silentBelowDb)) return 'silent';
  return loudestTenth(readings) < speechFromDb ? 'too-soft' : 'good';
}

/** Level that a tenth of the windows reach: words, not the pauses between them. */
function loudestTenth(readings: readonly SoundReading[]): number {
  const sorted = readings.map(({ rmsDb }) => rmsDb).sort((a, b) => b - a);
  return sorted[Math.floor(sorted.length / 10)] ?? floorDb;
}
