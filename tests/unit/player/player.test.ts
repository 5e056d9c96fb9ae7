import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPlayerControl } from '../../../renderer/features/player/player-control.ts';
import {
  clockOf,
  seekSeconds,
  shownFrame,
  type PlayerSource,
} from '../../../renderer/features/player/player-source.ts';
import { moved, noZoom, pictureAt, zoomedAt } from '../../../renderer/features/player/picture-zoom.ts';
import { nextSpeed, speeds } from '../../../renderer/features/player/speeds.ts';
import { constantClock, variableClock } from '../../../shared/domain/frames.ts';
import { FakeVideo } from './fake-video.ts';

function sourceOf(num: number, den: number, count: number): PlayerSource {
  return { url: 'x', clock: constantClock(num, den, count), firstFrame: 0, endFrame: count };
}

describe('frames on screen', () => {
  it('counts every frame of NTSC video right although browsers round to microseconds', () => {
    const source = sourceOf(30_000, 1001, 54_000);
    for (let frame = 0; frame < 54_000; frame += 1) {
      const rounded = Math.round((frame * 1001 * 1e6) / 30_000) / 1e6;
      expect(shownFrame(source, rounded)).toBe(frame);
    }
  });

  it('counts frames of Matroska, which rounds to milliseconds', () => {
    const source = sourceOf(60_000, 1001, 9000);
    for (let frame = 0; frame < 9000; frame += 1) {
      expect(shownFrame(source, Math.round((frame * 1001) / 60) / 1000)).toBe(frame);
    }
  });

  it('seeks to the middle of a frame, also of a variable rate', () => {
    expect(seekSeconds(sourceOf(25, 1, 100), 10)).toBeCloseTo(0.42, 9);
    const clock = variableClock([0, 33, 133, 166], 200);
    const source = { url: 'x', clock, firstFrame: 0, endFrame: 4 };
    expect(seekSeconds(source, 1)).toBeCloseTo(0.083, 9);
    expect(shownFrame(source, 0.1331)).toBe(2);
  });

  it('counts on in the frames of the recording when only the fragment file is left', () => {
    const source: PlayerSource = {
      url: 'x',
      clock: constantClock(25, 1, 1000),
      firstFrame: 250,
      endFrame: 300,
    };
    expect(seekSeconds(source, 250)).toBeCloseTo(0.02, 9);
    expect(shownFrame(source, 0.04)).toBe(251);
    expect(shownFrame(source, 99)).toBe(299);
  });

  it('takes the clock from the facts of the recording', () => {
    const video = {
      codec: 'h264',
      width: 1,
      height: 1,
      rotation: 0,
      frameRateNum: 25,
      frameRateDen: 1,
      frameCount: 50,
      variableFrameRate: false,
      interlaced: false,
    };
    expect(clockOf({ video, durationMs: 2000 }, null).timeOf(25)).toBe(1000);
    expect(clockOf({ video, durationMs: 90 }, [0, 30]).timeOf(2)).toBe(90);
  });
});

describe('the player control', () => {
  let video: FakeVideo;
  beforeEach(() => {
    vi.useFakeTimers();
    video = new FakeVideo();
    return () => vi.useRealTimers();
  });

  function attached(startFrame = 0) {
    const control = createPlayerControl(sourceOf(25, 1, 1000), startFrame);
    control.attach(video);
    return control;
  }

  it('counts from the first picture, whatever time the container gives it', () => {
    const control = attached();
    video.show(1.4);
    expect(control.get()).toMatchObject({ ready: true, frame: 0 });
    video.show(1.44);
    expect(control.get().frame).toBe(1);
    control.seek(10);
    expect(video.currentTime).toBeCloseTo(1.4 + 0.42, 9);
  });

  it('waits for the first picture before going to where it should start', () => {
    const control = attached(100);
    expect(video.currentTime).toBe(0);
    video.show(0);
    expect(video.currentTime).toBeCloseTo(4.02, 9);
    expect(control.get().frame).toBe(100);
  });

  it('keeps only the newest wish while a seek is under way', () => {
    const control = attached();
    video.show(0);
    control.seek(10);
    control.seek(20);
    control.seek(30);
    expect(video.currentTime).toBeCloseTo(0.42, 9);
    video.fire('seeked');
    expect(video.currentTime).toBeCloseTo(1.22, 9);
    expect(control.get().frame).toBe(30);
  });

  it('is not moved back by a picture from before the seek that is reported after it', () => {
    const control = attached();
    video.show(0);
    control.step(25);
    video.show(0);
    video.fire('seeked');
    video.show(0);
    expect(control.get().frame).toBe(25);
    control.stepMs(1000);
    expect(control.get().frame).toBe(50);
  });

  it('tells the frame that came up when a file answers a seek with another one', () => {
    const control = attached();
    video.show(0);
    control.seek(25);
    video.show(0.96);
    video.fire('seeked');
    expect(control.get().frame).toBe(25);
    vi.advanceTimersByTime(500);
    expect(control.get().frame).toBe(24);
  });

  it('steps one frame from the frame that is being sought', () => {
    const control = attached();
    video.show(0);
    control.step(1);
    control.step(1);
    control.step(-1);
    expect(control.get().frame).toBe(1);
    control.stepMs(1000);
    expect(control.get().frame).toBe(26);
    control.step(-99);
    expect(control.get().frame).toBe(0);
  });

  it('stops on the last frame of a range and says so once', () => {
    const control = attached();
    const onEnd = vi.fn();
    video.show(0);
    control.playRange({ inFrame: 10, outFrame: 15 }, { onEnd });
    video.fire('seeked');
    expect(video.paused).toBe(false);
    video.show(0.4);
    video.show(0.56);
    expect(control.get().frame).toBe(14);
    vi.advanceTimersByTime(40);
    expect(video.paused).toBe(true);
    expect(control.get().frame).toBe(14);
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it('goes back to the last frame of the range when a picture was missed', () => {
    const control = attached();
    video.show(0);
    control.playRange({ inFrame: 10, outFrame: 15 });
    video.show(0.4);
    video.fire('seeked');
    video.show(0.68);
    expect(video.paused).toBe(true);
    expect(control.get().frame).toBe(14);
    expect(video.currentTime).toBeCloseTo(0.58, 9);
  });

  it('begins a loop again at its first frame', () => {
    const control = attached();
    video.show(0);
    control.playRange({ inFrame: 10, outFrame: 15 }, { loop: true });
    video.show(0.4);
    video.fire('seeked');
    video.show(0.56);
    vi.advanceTimersByTime(40);
    expect(video.paused).toBe(false);
    expect(video.currentTime).toBeCloseTo(0.42, 9);
    expect(control.get().frame).toBe(10);
  });

  it('lets the person leave the range', () => {
    const control = attached();
    const onEnd = vi.fn();
    video.show(0);
    control.playRange({ inFrame: 10, outFrame: 15 }, { onEnd });
    control.seek(500);
    expect(control.get().range).toBeNull();
    expect(onEnd).not.toHaveBeenCalled();
  });

  it('starts a finished range again from its beginning', () => {
    const control = attached();
    video.show(0);
    control.playRange({ inFrame: 10, outFrame: 15 });
    video.show(0.4);
    video.fire('seeked');
    video.show(0.56);
    vi.advanceTimersByTime(40);
    control.play();
    expect(control.get().frame).toBe(10);
  });

  it('plays as soon as there is a picture when asked before', () => {
    const control = attached();
    control.play();
    expect(video.paused).toBe(true);
    video.show(0);
    expect(video.paused).toBe(false);
  });

  it('keeps the pitch at every speed', () => {
    const control = attached();
    video.show(0);
    control.faster();
    expect(video).toMatchObject({ playbackRate: 1.25, preservesPitch: true });
    control.setRate(0.25);
    control.slower();
    expect(video.playbackRate).toBe(0.25);
  });

  it('says that a file cannot be played', () => {
    const control = attached();
    video.fire('error');
    expect(control.get().failed).toBe(true);
  });

  it('lets go of the video completely', () => {
    const control = createPlayerControl(sourceOf(25, 1, 1000));
    const letGo = control.attach(video);
    video.show(0);
    letGo();
    expect(video.listenerCount()).toBe(0);
    control.seek(3);
    expect(video.currentTime).toBe(0);
    expect(control.get().frame).toBe(3);
  });
});

describe('speeds and zoom', () => {
  it('goes up and down the ladder and stays at its ends', () => {
    expect(speeds.map((speed) => nextSpeed(speed, 1))).toEqual([0.5, 0.75, 1, 1.25, 1.5, 2, 2]);
    expect(nextSpeed(0.25, -1)).toBe(0.25);
  });

  it('keeps the place under the pointer still while zooming', () => {
    const before = pictureAt(noZoom, 0.3, 0.6);
    const after = pictureAt(zoomedAt(noZoom, 2, 0.3, 0.6), 0.3, 0.6);
    expect(after[0]).toBeCloseTo(before[0], 9);
    expect(after[1]).toBeCloseTo(before[1], 9);
  });

  it('never shows an empty edge and comes back to the whole picture', () => {
    const close = moved(zoomedAt(noZoom, 4, 0.5, 0.5), 99, -99);
    expect(close).toEqual({ scale: 4, x: 1.5, y: -1.5 });
    expect(zoomedAt(close, 0.1, 0, 0)).toEqual(noZoom);
  });
});
