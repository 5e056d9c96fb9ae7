const tones: readonly { readonly hertz: number; readonly at: number }[] = [
  { hertz: 660, at: 0 },
  { hertz: 495, at: 0.18 },
];
const toneS = 0.14;
const loudness = 0.12;

/** Two short tones, going down: heard from the front of the class, over before anyone turns round. */
export function playTroubleTone(): void {
  const sound = new AudioContext();
  const gain = sound.createGain();
  gain.gain.value = loudness;
  gain.connect(sound.destination);
  const last = tones.map(({ hertz, at }) => {
    const tone = sound.createOscillator();
    tone.frequency.value = hertz;
    tone.connect(gain);
    tone.start(sound.currentTime + at);
    tone.stop(sound.currentTime + at + toneS);
    return tone;
  });
  last.at(-1)?.addEventListener('ended', () => void sound.close());
}
