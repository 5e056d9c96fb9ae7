import type { VideoPort } from '../../../renderer/features/player/attach-video.ts';

type Shown = Parameters<VideoPort['requestVideoFrameCallback']>[0];

/** A video element that shows exactly the pictures a test tells it to. */
export class FakeVideo implements VideoPort {
  currentTime = 0;
  playbackRate = 1;
  preservesPitch = false;
  muted = false;
  paused = true;
  readyState = 0;
  readonly #listeners = new Map<string, Set<() => void>>();
  #shown: Shown | null = null;

  play(): Promise<void> {
    this.paused = false;
    this.fire('play');
    return Promise.resolve();
  }

  pause(): void {
    this.paused = true;
    this.fire('pause');
  }

  requestVideoFrameCallback(shown: Shown): number {
    this.#shown = shown;
    return 1;
  }

  cancelVideoFrameCallback(): void {
    this.#shown = null;
  }

  /** Shows the picture with this presentation time in seconds. */
  show(mediaTime: number): void {
    const shown = this.#shown;
    this.#shown = null;
    shown?.(0, { mediaTime });
  }

  fire(name: string): void {
    for (const listener of this.#listeners.get(name) ?? []) listener();
  }

  addEventListener(name: string, listener: () => void): void {
    const known = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, known.add(listener));
  }

  removeEventListener(name: string, listener: () => void): void {
    this.#listeners.get(name)?.delete(listener);
  }

  listenerCount(): number {
    return [...this.#listeners.values()].reduce((sum, set) => sum + set.size, 0);
  }
}
