import { useEffect, useState } from 'react';
import {
  judgeSound,
  listenMs,
  readSound,
  type SoundReading,
  type SoundVerdict,
} from '../../../../shared/domain/sound-level.ts';

export interface SoundLevel {
  readonly now: SoundReading;
  readonly verdict: SoundVerdict;
}

/** Ten times a second: a bar that lives, on a laptop that is busy enough. */
const everyMs = 100;
const windowSamples = 4096;

/** A short sound stays long enough to be seen. */
const held = 3;

const loudest = (readings: readonly SoundReading[]): SoundReading =>
  readings.reduce((one, other) => (other.peakDb > one.peakDb ? other : one));

/** Listens to the sound of a stream. @returns how to stop. */
function listen(stream: MediaStream, heard: (level: SoundLevel) => void): () => void {
  const sound = new AudioContext();
  const source = sound.createMediaStreamSource(stream);
  const analyser = new AnalyserNode(sound, { fftSize: windowSamples });
  source.connect(analyser);
  const samples = new Float32Array(windowSamples);
  let readings: SoundReading[] = [];
  let windows = 0;
  const timer = setInterval(() => {
    // A graph that does not run hears nothing, which is not silence.
    if (sound.state !== 'running') return;
    analyser.getFloatTimeDomainData(samples);
    const now = readSound(samples);
    windows += 1;
    readings = [...readings, now].slice(-listenMs.span / everyMs);
    heard({ now: loudest(readings.slice(-held)), verdict: judgeSound(readings, windows * everyMs) });
  }, everyMs);
  void sound.resume();
  return () => {
    clearInterval(timer);
    source.disconnect();
    void sound.close();
  };
}

/** The level of a stream's sound and what it means; null without sound. */
export function useSoundLevel(stream: MediaStream | null): SoundLevel | null {
  const [level, setLevel] = useState<SoundLevel | null>(null);
  const track = stream?.getAudioTracks()[0] ?? null;
  useEffect(() => {
    if (!track) return undefined;
    const stop = listen(new MediaStream([track]), setLevel);
    return () => {
      stop();
      setLevel(null);
    };
  }, [track]);
  return level;
}
