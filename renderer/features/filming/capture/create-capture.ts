import { createStore } from 'zustand/vanilla';
import type { ErrorCode } from '../../../../shared/contract/errors.ts';
import type { Filming, FilmingNotice, SegmentReason } from '../../../../shared/contract/filming.ts';
import { ApiError } from '../../../api/api-error.ts';
import {
  CaptureError,
  type Capture,
  type CaptureDevices,
  type CaptureState,
  type CaptureTrouble,
  type EndReason,
} from './capture.ts';
import { idle, isGoing } from './capture-state.ts';
import type { Appended } from './chunk-sender.ts';
import { createCurrentSegment, type SegmentMaker } from './current-segment.ts';
import { createDevicesInUse, type DevicePorts } from './devices-in-use.ts';
import { createLine } from './in-turn.ts';
import { createLessonClock } from './lesson-clock.ts';
import type { TrackKind } from './watch-tracks.ts';

export interface CapturePorts extends SegmentMaker {
  readonly devices: DevicePorts;
  readonly playTone: () => void;
}

/** While a device is away, it is looked for this often: not every system says that one is back. */
const lookAgainMs = 3000;
const goneReason: Readonly<Record<TrackKind, SegmentReason>> = {
  camera: 'camera-gone',
  microphone: 'microphone-gone',
};

const isApiError = (error: unknown, ...codes: readonly ErrorCode[]): boolean =>
  error instanceof ApiError && codes.includes(error.code);

/** The engine of filming; see `capture.ts`. What it does to devices and main happens one thing after the other. */
export function createCapture(ports: CapturePorts): Capture {
  const { main } = ports;
  const store = createStore<CaptureState>(() => idle);
  const state = store.getState;
  const set = store.setState;
  const inTurn = createLine();
  let clock = createLessonClock(ports.now);
  let withSound = false;
  let asleep = false;
  let restarting = false;
  let ending = false;
  /** Why the next segment begins, when it could not begin at once. */
  let owed: SegmentReason = 'no-chunks';
  let plannedTimer: ReturnType<typeof setTimeout> | undefined;
  let lookTimer: ReturnType<typeof setInterval> | undefined;

  const tell = (kind: CaptureTrouble['kind']): void => {
    set({ trouble: { kind, at: ports.now() } });
    if (withSound) ports.playTone();
  };

  const devices = createDevicesInUse(ports.devices, {
    onGone: (kind) => restart(goneReason[kind]),
    onMaybeBack: () => void lookAgain(),
  });

  const hasLost = (): boolean =>
    state()
      .stream?.getTracks()
      .some(({ readyState }) => readyState === 'ended') ?? false;

  const closeSegment = async (letGo = false): Promise<void> => {
    clearTimeout(plannedTimer);
    set({ segmentId: null });
    try {
      await segment.close(() => {
        if (letGo) devices.release();
      });
    } catch (error) {
      // Main may have closed it already; what it has of it stays, and the lesson goes on.
      set({ error });
    }
  };

  const planEnd = (): void => {
    const planned = state().filming?.plannedMs ?? null;
    if (planned === null) return;
    clearTimeout(plannedTimer);
    plannedTimer = setTimeout(() => void stopByItself('planned'), Math.max(0, planned - clock.elapsedMs()));
  };

  const saved = (answer: Appended): void => {
    const { savedMs, sizeBytes, room } = answer;
    set({ savedMs, sizeBytes, room });
    if (room.verdict === 'stop') void stopByItself('disk-full');
    // A track that was stopped from elsewhere in the page ends without an event.
    else if (hasLost()) void lookAgain();
  };

  const refused = (error: unknown): void => {
    set({ error });
    // Main ends a lesson by itself only where the disk is full.
    if (isApiError(error, 'disk-full', 'filming-ended')) void stopByItself('disk-full');
    else restart('no-chunks', { says: 'append-failed' });
  };

  const openSegment = async (reason: SegmentReason): Promise<void> => {
    owed = reason;
    const filming = state().filming;
    const stream = devices.stream();
    if (!filming || !stream) {
      set({ phase: 'waiting', stream: null, format: null });
      tell('nothing-left');
      return;
    }
    const opened = await segment.open(filming.id, stream, reason);
    set({ ...opened, phase: 'filming', stream, error: null });
  };

  /** Ends the segment and begins another, with whatever devices there are. `says: null`: it was said before. */
  const restart = (
    reason: SegmentReason,
    { says = reason, reopen = false }: { says?: CaptureTrouble['kind'] | null; reopen?: boolean } = {},
  ): void => {
    if (restarting || !isGoing(state()) || asleep) return;
    restarting = true;
    if (says) tell(says);
    void inTurn(async () => {
      try {
        if (!isGoing(state())) return;
        set({ phase: 'restarting' });
        await closeSegment(reopen);
        await devices.open();
        await openSegment(reason);
      } catch (error) {
        // Tried again by `lookAgain` until it works; what was filmed is with main.
        set({ phase: 'waiting', error });
      } finally {
        restarting = false;
      }
    });
  };

  const segment = createCurrentSegment(ports, () => clock, {
    onStarted: planEnd,
    onSaved: saved,
    onBroken: () => restart('no-chunks'),
    onFull: () => restart('no-chunks', { says: 'too-slow' }),
    onRefused: refused,
  });

  const lookAgain = async (): Promise<void> => {
    if (restarting || asleep || !isGoing(state())) return;
    const isWaiting = state().phase === 'waiting';
    const [missing] = devices.missing();
    if (!isWaiting && missing === undefined) return;
    const lost = hasLost();
    const cameBack = await inTurn(() => devices.open());
    if (isWaiting) {
      if (devices.stream()) restart(owed, { says: null });
    } else if ((cameBack || lost) && missing !== undefined) restart(goneReason[missing]);
  };

  const heard = ({ filmingId, kind }: FilmingNotice): void => {
    if (filmingId !== state().filming?.id) return;
    if (kind === 'no-chunks') restart('no-chunks', { reopen: true });
    else if (kind === 'clock-changed') restart('clock-changed');
    else if (kind === 'disk-full') void stopByItself('disk-full');
    else if (kind === 'going-to-sleep') fallAsleep();
    else if (kind === 'woke-up') wakeUp();
    else set({ notice: kind });
  };
  const fallAsleep = (): void => {
    if (!isGoing(state())) return;
    asleep = true;
    owed = 'sleep';
    void inTurn(() => closeSegment(true)).then(
      () => set({ phase: 'waiting', stream: null }),
      (error: unknown) => set({ phase: 'waiting', error }),
    );
  };
  const wakeUp = (): void => {
    asleep = false;
    restart('sleep', { reopen: true });
  };

  const begun = (filming: Filming, sound: boolean, from: number): void => {
    withSound = sound;
    asleep = false;
    clock = createLessonClock(ports.now, from);
    set({ ...idle, phase: 'starting', filming, savedMs: filming.savedMs, flags: filming.flags });
    clearInterval(lookTimer);
    lookTimer = setInterval(() => void lookAgain(), lookAgainMs);
  };
  const end = (ended: CaptureState['ended'], error: unknown = null): void => {
    clearInterval(lookTimer);
    clearTimeout(plannedTimer);
    set({ ...idle, ended, error });
  };

  const stop = (reason: EndReason): Promise<string> =>
    inTurn(async () => {
      const { filming } = state();
      if (!filming) throw new Error('nothing is being filmed');
      try {
        set({ phase: 'stopping' });
        await closeSegment(true);
        const { jobId } = await main.stop({ filmingId: filming.id, reason });
        end({ filmingId: filming.id, jobId, reason });
        return jobId;
      } catch (error) {
        devices.release();
        // Nothing runs now. Main threw away what was empty; anything else can be stopped again.
        if (isApiError(error, 'filming-empty')) end(null, error);
        else set({ phase: 'paused', stream: null, error });
        throw error;
      }
    });
  const stopByItself = async (reason: EndReason): Promise<void> => {
    if (!isGoing(state()) || ending) return;
    ending = true;
    if (reason === 'disk-full') tell('disk-full');
    // A failure stands in the state already, where the screen says it.
    await stop(reason).catch(() => undefined);
    ending = false;
  };

  main.onNotice(heard);

  return {
    store,
    begin: ({ devices: wanted, soundOnTrouble, ...plan }, preview = null) =>
      inTurn(async () => {
        if (state().filming) throw new Error('a lesson is being filmed already');
        set({ ...idle, phase: 'starting' });
        try {
          devices.want(wanted, preview);
          await devices.open();
          const stream = devices.stream();
          if (!stream) throw new CaptureError('none');
          const { bitsPerSecond } = await ports.formatFor(stream);
          begun(await main.start({ ...plan, bitsPerSecond }), soundOnTrouble, 0);
        } catch (error) {
          devices.release();
          end(null, error);
          throw error;
        }
        await openSegment('start').catch((error: unknown) => set({ phase: 'waiting', error }));
      }),
    takeUp: (filming: Filming, wanted: CaptureDevices, soundOnTrouble: boolean) =>
      inTurn(async () => {
        if (state().filming) return;
        begun(filming, soundOnTrouble, filming.savedMs);
        devices.want(wanted);
        if (filming.state === 'paused') {
          set({ phase: 'paused' });
          return;
        }
        tell('page-restarted');
        await devices.open();
        await openSegment('page-restarted').catch((error: unknown) => set({ phase: 'waiting', error }));
      }),
    pause: () =>
      inTurn(async () => {
        const { filming } = state();
        if (!filming || !isGoing(state())) return;
        await closeSegment(true);
        set({ phase: 'paused', stream: null, filming: await main.pause({ filmingId: filming.id }) });
      }),
    resume: () =>
      inTurn(async () => {
        const { filming, phase } = state();
        if (!filming || phase !== 'paused') return;
        set({ phase: 'starting', filming: await main.resume({ filmingId: filming.id }) });
        await devices.open();
        await openSegment('pause').catch((error: unknown) => set({ phase: 'waiting', error }));
      }),
    async flag() {
      const moment = segment.moment();
      if (moment) set({ flags: (await main.flag(moment)).flags });
    },
    stop,
    elapsedMs: () => clock.elapsedMs(),
    seenEnd: () => set({ ended: null }),
    seen: () => set({ trouble: null, notice: null, error: null }),
  };
}
