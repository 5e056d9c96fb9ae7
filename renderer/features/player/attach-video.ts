import { keptInside, seekSeconds, shownFrame, type PlayerSource } from './player-source.ts';
import type { PlayerStore } from './player-store.ts';

/** The part of a video element that the player uses; a test hands in its own. */
export interface VideoPort {
  currentTime: number;
  playbackRate: number;
  preservesPitch: boolean;
  muted: boolean;
  readonly paused: boolean;
  readonly readyState: number;
  play(): Promise<void>;
  pause(): void;
  requestVideoFrameCallback(shown: (now: number, picture: { readonly mediaTime: number }) => void): number;
  cancelVideoFrameCallback(handle: number): void;
  addEventListener(name: string, listener: () => void): void;
  removeEventListener(name: string, listener: () => void): void;
}

interface AttachedVideo {
  play(): void;
  pause(): void;
  seek(frame: number): void;
  applyRate(): void;
  applyMuted(): void;
  detach(): void;
}

/** A hidden page shows no picture, so none is reported: after this long, files are taken to begin at 0. */
const firstPictureMs = 1500;
const settleMs = 400;

/**
 * Ties a video element to the player's store: each picture shown sets the frame. Frames are counted from the
 * first picture the file shows, whatever time its container gives it. Seeks are sent one at a time: while one
 * is under way only the newest wish is kept, so that dragging stays quick.
 */
export function attachVideo(
  video: VideoPort,
  source: PlayerSource,
  store: PlayerStore,
  rangeEnded: () => void,
): AttachedVideo {
  let origin: number | null = null;
  let sought: number | null = null;
  let underWay = false;
  let wantsPlay = false;
  let endTimer: ReturnType<typeof setTimeout> | undefined;
  let originTimer: ReturnType<typeof setTimeout> | undefined;
  // The frame that was sought, until its picture has come up.
  let awaited: number | null = null;
  let lastPicture = source.firstFrame;
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  let handle = video.requestVideoFrameCallback(onPicture);

  function onPicture(_now: number, picture: { readonly mediaTime: number }): void {
    handle = video.requestVideoFrameCallback(onPicture);
    if (origin === null) {
      begin(picture.mediaTime);
      return;
    }
    lastPicture = shownFrame(source, picture.mediaTime - origin);
    if (underWay || sought !== null || !isSettled()) return;
    const frame = lastPicture;
    const passed = watchRange(frame);
    if (!passed) store.set({ frame });
  }

  function begin(mediaTime: number): void {
    origin = mediaTime;
    clearTimeout(originTimer);
    store.set({ ready: true, failed: false });
    const { frame } = store.get();
    if (frame !== source.firstFrame) seek(frame);
    if (wantsPlay) start();
  }

  /** True when this picture lies beyond the range that is played. */
  function watchRange(frame: number): boolean {
    const { range, rate } = store.get();
    clearTimeout(endTimer);
    if (!range || video.paused || frame < range.outFrame - 1) return false;
    if (frame >= range.outFrame) {
      rangeEnded();
      return true;
    }
    // The last picture of the range keeps its full time on screen and its sound.
    const lastMs = source.clock.timeOf(range.outFrame) - source.clock.timeOf(range.outFrame - 1);
    endTimer = setTimeout(rangeEnded, Math.max(0, lastMs / rate - 8));
    return false;
  }

  function seek(frame: number): void {
    clearTimeout(endTimer);
    sought = keptInside(source, frame);
    if (!underWay) sendSeek();
  }

  function sendSeek(): void {
    if (sought === null || origin === null) return;
    const target = sought;
    const seconds = origin + seekSeconds(source, target);
    sought = null;
    underWay = true;
    awaited = target;
    clearTimeout(settleTimer);
    video.currentTime = seconds;
  }

  /**
   * Pictures from before a seek may still be reported after it; they must not move the playhead back. The seek has
   * settled when its picture is there, or while playing one soon after it.
   */
  function isSettled(): boolean {
    if (awaited === null) return true;
    const ahead = lastPicture - awaited;
    if (ahead !== 0 && (video.paused || ahead < 0 || ahead > 15)) return false;
    awaited = null;
    clearTimeout(settleTimer);
    return true;
  }

  /** What is told is what is seen: should a file answer a seek with another frame, then that one. */
  function settle(): void {
    if (awaited === null || underWay) return;
    awaited = null;
    store.set({ frame: lastPicture });
  }

  function start(): void {
    applyRate();
    // A pause right after play rejects the promise with AbortError: nothing failed. Decoding errors come as 'error'.
    video.play().catch(() => store.set({ playing: !video.paused }));
  }

  function applyRate(): void {
    video.preservesPitch = true;
    video.playbackRate = store.get().rate;
  }

  const listeners: Readonly<Record<string, () => void>> = {
    loadeddata: () => {
      originTimer = setTimeout(() => origin === null && begin(0), firstPictureMs);
    },
    play: () => store.set({ playing: true }),
    playing: () => store.set({ playing: true, waiting: false }),
    pause: () => store.set({ playing: false, waiting: false }),
    waiting: () => store.set({ waiting: true }),
    canplay: () => store.set({ waiting: false }),
    seeked: () => {
      underWay = false;
      if (sought !== null) return sendSeek();
      store.set({ waiting: false });
      if (!isSettled()) settleTimer = setTimeout(settle, settleMs);
    },
    ended: () => {
      store.set({ playing: false, waiting: false });
      if (store.get().range) rangeEnded();
    },
    error: () => store.set({ failed: true, playing: false, waiting: false }),
  };
  for (const [name, listener] of Object.entries(listeners)) video.addEventListener(name, listener);
  video.muted = store.get().muted;
  if (video.readyState >= 2) listeners['loadeddata']?.();

  return {
    play() {
      wantsPlay = true;
      if (origin !== null) start();
    },
    pause() {
      wantsPlay = false;
      clearTimeout(endTimer);
      video.pause();
    },
    seek,
    applyRate,
    applyMuted: () => {
      video.muted = store.get().muted;
    },
    detach() {
      clearTimeout(endTimer);
      clearTimeout(originTimer);
      clearTimeout(settleTimer);
      video.cancelVideoFrameCallback(handle);
      for (const [name, listener] of Object.entries(listeners)) video.removeEventListener(name, listener);
      store.set({ ready: false, playing: false, waiting: false });
    },
  };
}
