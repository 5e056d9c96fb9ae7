import { nearestBoundary, type FrameRange } from '../../../shared/domain/frames.ts';
import { attachVideo, type VideoPort } from './attach-video.ts';
import { keptInside, type PlayerSource } from './player-source.ts';
import { createPlayerStore, type PlayerState } from './player-store.ts';
import { nextSpeed } from './speeds.ts';

export interface PlayRangeOptions {
  readonly loop?: boolean;
  /** Once, when the range was played to its end; not when the person went elsewhere. */
  readonly onEnd?: () => void;
}

/** Everything one can do with a player, by frame of the recording. Works before its video is there. */
export interface PlayerControl {
  readonly source: PlayerSource;
  get(): PlayerState;
  subscribe(listener: () => void): () => void;
  /** Ties a video element to this control; returns how to let go. */
  attach(video: VideoPort): () => void;
  play(): void;
  pause(): void;
  toggle(): void;
  seek(frame: number): void;
  seekMs(ms: number): void;
  /** Whole frames forward or back from the frame on screen; pauses first. */
  step(frames: number): void;
  stepMs(ms: number): void;
  setRate(rate: number): void;
  slower(): void;
  faster(): void;
  setMuted(muted: boolean): void;
  /** Plays `[inFrame, outFrame)` and then stops, or begins again. */
  playRange(range: FrameRange, options?: PlayRangeOptions): void;
  setLooping(looping: boolean): void;
  clearRange(): void;
}

/** Makes the control of one source. @param startFrame where the picture stands at first. */
export function createPlayerControl(source: PlayerSource, startFrame = source.firstFrame): PlayerControl {
  const store = createPlayerStore(keptInside(source, startFrame));
  let attached: ReturnType<typeof attachVideo> | null = null;
  let onEnd: (() => void) | undefined;

  const seek = (frame: number): void => {
    const kept = keptInside(source, frame);
    const { range } = store.get();
    // Going outside the range is leaving it; it must not pull the person back.
    if (range && (kept < range.inFrame || kept >= range.outFrame)) clearRange();
    store.set({ frame: kept });
    attached?.seek(kept);
  };
  const clearRange = (): void => {
    onEnd = undefined;
    store.set({ range: null, looping: false });
  };
  const pause = (): void => {
    attached?.pause();
    if (!attached) store.set({ playing: false });
  };
  const play = (): void => {
    const { range, frame } = store.get();
    const end = range ? range.outFrame : source.endFrame;
    if (frame >= end - 1) seek(range ? range.inFrame : source.firstFrame);
    attached?.play();
  };
  const step = (frames: number): void => {
    pause();
    seek(store.get().frame + frames);
  };
  const setRate = (rate: number): void => {
    store.set({ rate });
    attached?.applyRate();
  };
  const rangeEnded = (): void => {
    const { range, looping } = store.get();
    if (!range) return;
    if (looping) {
      seek(range.inFrame);
      attached?.play();
      return;
    }
    pause();
    seek(range.outFrame - 1);
    const tell = onEnd;
    onEnd = undefined;
    tell?.();
  };

  return {
    source,
    get: store.get,
    subscribe: store.subscribe,
    attach(video) {
      const link = attachVideo(video, source, store, rangeEnded);
      attached = link;
      return () => {
        link.detach();
        if (attached === link) attached = null;
      };
    },
    play,
    pause,
    toggle: () => (store.get().playing ? pause() : play()),
    seek,
    // Moments are kept in whole ms: the frame that begins nearest is the one that was meant.
    seekMs: (ms) => seek(nearestBoundary(source.clock, ms)),
    step,
    stepMs: (ms) => {
      const now = source.clock.timeOf(store.get().frame);
      pause();
      seek(source.clock.frameAt(Math.max(0, now + ms)));
    },
    setRate,
    slower: () => setRate(nextSpeed(store.get().rate, -1)),
    faster: () => setRate(nextSpeed(store.get().rate, 1)),
    setMuted(muted) {
      store.set({ muted });
      attached?.applyMuted();
    },
    playRange(range, options = {}) {
      onEnd = undefined;
      store.set({ range, looping: options.loop ?? false });
      seek(range.inFrame);
      onEnd = options.onEnd;
      attached?.play();
    },
    setLooping: (looping) => store.set({ looping }),
    clearRange,
  };
}
