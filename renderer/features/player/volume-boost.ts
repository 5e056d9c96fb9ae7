/** Makes soft voices louder than the file is. */
export interface VolumeBoost {
  /** @param db 0–24 decibel on top of what the file holds. */
  set(db: number): void;
  dispose(): void;
}

/**
 * A gain with a limiter behind it, so that a bell does not hurt after a whisper. Its sound graph is made only when
 * first wanted: until then the browser plays the sound itself, and no graph can silence it.
 */
export function createVolumeBoost(video: HTMLVideoElement): VolumeBoost {
  let graph: { readonly context: AudioContext; readonly gain: GainNode } | null = null;
  let disposed = false;
  const wake = (): void => {
    // A context made before the person touched anything stands still until a gesture; playing is one.
    if (graph?.context.state === 'suspended') void graph.context.resume();
  };
  const make = (): { readonly context: AudioContext; readonly gain: GainNode } => {
    const context = new AudioContext();
    const gain = context.createGain();
    const limiter = context.createDynamicsCompressor();
    limiter.threshold.value = -3;
    limiter.knee.value = 0;
    limiter.ratio.value = 20;
    limiter.attack.value = 0.003;
    limiter.release.value = 0.25;
    context.createMediaElementSource(video).connect(gain).connect(limiter).connect(context.destination);
    video.addEventListener('play', wake);
    return { context, gain };
  };
  return {
    set(db) {
      if (disposed || (db <= 0 && !graph)) return;
      graph ??= make();
      wake();
      graph.gain.gain.setTargetAtTime(10 ** (db / 20), graph.context.currentTime, 0.02);
    },
    dispose() {
      disposed = true;
      video.removeEventListener('play', wake);
      void graph?.context.close();
      graph = null;
    },
  };
}
