import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../../renderer/api/api-error.ts';
import type { FilmingPlan } from '../../../renderer/features/filming/capture/capture.ts';
import { aFilming, fakeFilming, type FakeTrack } from './fake-devices.ts';

const plan: FilmingPlan = {
  title: 'Les',
  ownerId: null,
  filmedById: null,
  groupId: null,
  plannedMs: null,
  devices: { cameraId: '', microphoneId: '', picture: { width: 1920, height: 1080, frameRate: 30 } },
  soundOnTrouble: true,
};
const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);
const trackOf = (tracks: readonly FakeTrack[], kind: string): FakeTrack => {
  const track = tracks.find((one) => one.kind === kind);
  if (!track) throw new Error(`no ${kind} track`);
  return track;
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function filmed(more: Partial<FilmingPlan> = {}) {
  const film = fakeFilming();
  await film.capture.begin({ ...plan, ...more });
  return film;
}

describe('filming a lesson', () => {
  it('begins one segment with camera and microphone, and hands over what is recorded', async () => {
    const { capture, log, recorder } = await filmed();
    expect(log).toEqual(['start Les', 'open start']);
    expect(recorder().tracks.map(({ kind }) => kind)).toEqual(['video', 'audio']);
    recorder().chunk();
    await settle();
    expect(capture.store.getState()).toMatchObject({ phase: 'filming', savedMs: 1000, sizeBytes: 1 });
  });

  it('stops only when main has the last chunk, and lets go of the devices', async () => {
    const { capture, log, recorder } = await filmed();
    const { tracks } = recorder();
    recorder().chunk();
    await expect(capture.stop('key')).resolves.toBe('job');
    expect(log.slice(2)).toEqual(['close segment 1', 'stop key']);
    expect(tracks.every(({ readyState }) => readyState === 'ended')).toBe(true);
    expect(capture.store.getState()).toMatchObject({
      phase: 'idle',
      filming: null,
      ended: { jobId: 'job', reason: 'key' },
    });
  });

  it('films nobody in a pause, and goes on in a new segment', async () => {
    const { capture, log, recorder } = await filmed();
    const { tracks } = recorder();
    await capture.pause();
    expect(tracks.every(({ readyState }) => readyState === 'ended')).toBe(true);
    expect(capture.store.getState().phase).toBe('paused');
    await capture.resume();
    expect(log.slice(2)).toEqual(['close segment 1', 'pause', 'resume', 'open pause']);
  });

  it('counts what was filmed, not the pauses', async () => {
    const { capture, pass } = await filmed();
    pass(10_000);
    await capture.pause();
    pass(60_000);
    await capture.resume();
    pass(5000);
    expect(capture.elapsedMs()).toBe(15_000);
  });

  it('drops a flag on the moment in the segment', async () => {
    const { capture, log, pass } = await filmed();
    pass(4321);
    await capture.flag();
    expect(log.at(-1)).toBe('flag segment 1 4321');
    expect(capture.store.getState().flags).toBe(1);
  });

  it('stops by itself when the planned time is over', async () => {
    const { log, pass } = await filmed({ plannedMs: 50_000 });
    pass(50_000);
    await vi.advanceTimersByTimeAsync(50_000);
    expect(log.at(-1)).toBe('stop planned');
  });

  it('goes on where the page was restarted', async () => {
    const film = fakeFilming();
    await film.capture.takeUp({ ...aFilming, savedMs: 90_000 }, plan.devices, false);
    expect(film.log).toEqual(['open page-restarted']);
    film.pass(1000);
    expect(film.capture.elapsedMs()).toBe(91_000);
  });
});

describe('when something goes wrong', () => {
  it('goes on with sound alone when the camera is pulled out, and takes it back when it returns', async () => {
    const { capture, log, recorder, attached, tones } = await filmed();
    attached.cameras = [];
    trackOf(recorder().tracks, 'video').unplug();
    await settle();
    expect(log.slice(2)).toEqual(['close segment 1', 'open camera-gone']);
    expect(recorder().tracks.map(({ kind }) => kind)).toEqual(['audio']);
    expect(capture.store.getState()).toMatchObject({ phase: 'filming', trouble: { kind: 'camera-gone' } });
    expect(tones.count).toBe(1);
    attached.cameras = ['camera'];
    await vi.advanceTimersByTimeAsync(3000);
    expect(recorder().tracks.map(({ kind }) => kind)).toEqual(['video', 'audio']);
  });

  it('picks the next camera at once', async () => {
    const { recorder, attached } = await filmed();
    attached.cameras = ['webcam'];
    trackOf(recorder().tracks, 'video').unplug();
    await settle();
    expect(trackOf(recorder().tracks, 'video').label).toBe('webcam');
  });

  it('waits without a sound until a device is back when nothing is left', async () => {
    const { capture, log, recorder, attached, tones } = await filmed();
    attached.cameras = [];
    attached.microphones = [];
    const { tracks } = recorder();
    for (const track of tracks) track.unplug();
    await vi.advanceTimersByTimeAsync(3000);
    expect(capture.store.getState()).toMatchObject({ phase: 'waiting', trouble: { kind: 'nothing-left' } });
    const told = tones.count;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(tones.count).toBe(told);
    attached.microphones = ['microphone'];
    await vi.advanceTimersByTimeAsync(3000);
    expect(capture.store.getState().phase).toBe('filming');
    expect(log.at(-1)).toMatch(/^open /);
  });

  it('notices a track that ended without a word', async () => {
    const { log, recorder } = await filmed();
    trackOf(recorder().tracks, 'video').stop();
    recorder().chunk();
    await settle();
    expect(log.at(-1)).toBe('open camera-gone');
  });

  it('opens the devices anew when main gets no chunks', async () => {
    const { log, notice, recorder } = await filmed();
    const { tracks } = recorder();
    notice('no-chunks');
    await settle();
    expect(log.at(-1)).toBe('open no-chunks');
    expect(tracks.every(({ readyState }) => readyState === 'ended')).toBe(true);
    expect(recorder().tracks.every(({ readyState }) => readyState === 'live')).toBe(true);
  });

  it('finalises before the laptop sleeps and goes on after waking', async () => {
    const { capture, log, notice } = await filmed();
    notice('going-to-sleep');
    await settle();
    expect(log.at(-1)).toBe('close segment 1');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(capture.store.getState().phase).toBe('waiting');
    notice('woke-up');
    await settle();
    expect(log.at(-1)).toBe('open sleep');
    expect(capture.store.getState().phase).toBe('filming');
  });

  it('begins a new segment when the clock is set', async () => {
    const { log, notice } = await filmed();
    notice('clock-changed');
    await settle();
    expect(log.slice(2)).toEqual(['close segment 1', 'open clock-changed']);
  });

  it('stops when the disk is full, once', async () => {
    const { log, answer, recorder } = await filmed();
    answer.append = () =>
      Promise.reject(new ApiError({ code: 'disk-full', params: {}, retryable: true, logId: '' }));
    recorder().chunk();
    recorder().chunk();
    await settle();
    expect(log.filter((line) => line.startsWith('stop'))).toEqual(['stop disk-full']);
  });

  it('tells the recorder to stop when main is slow for long, and goes on when it is not', async () => {
    const { capture, log, answer, recorder, recorders } = await filmed();
    const answers: (() => void)[] = [];
    const append = answer.append;
    answer.append = (input) =>
      new Promise((done) => {
        answers.push(() => done(append(input)));
      });
    const slow = recorder();
    for (let chunk = 0; chunk < 12; chunk += 1) slow.chunk();
    await settle();
    expect(slow.state).toBe('inactive');
    expect(recorders).toHaveLength(1);
    expect(capture.store.getState().trouble?.kind).toBe('too-slow');
    for (let turn = 0; turn < 40; turn += 1) {
      answers.shift()?.();
      await settle();
    }
    expect(log.at(-1)).toBe('open no-chunks');
    expect(capture.store.getState().phase).toBe('filming');
  });

  it('tries again when main could not open a segment', async () => {
    const film = fakeFilming();
    await film.capture.begin(plan);
    film.notice('clock-changed');
    await settle();
    film.recorder().dispatchEvent(new Event('error'));
    await settle();
    expect(film.log.at(-1)).toBe('open no-chunks');
  });

  it('does not begin without any device', async () => {
    const film = fakeFilming();
    film.attached.cameras = [];
    film.attached.microphones = [];
    await expect(film.capture.begin(plan)).rejects.toThrow('none');
    expect(film.log).toEqual([]);
    expect(film.capture.store.getState().phase).toBe('idle');
  });
});
