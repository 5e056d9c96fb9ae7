import type { z } from 'zod';
import type { Filming, FilmingNotice, filmingContract } from '../../../shared/contract/filming.ts';
import type { CaptureFormat } from '../../../renderer/features/filming/capture/capture.ts';
import { createCapture } from '../../../renderer/features/filming/capture/create-capture.ts';
import type { FilmingMain } from '../../../renderer/features/filming/capture/main-port.ts';
import type { OpenedTrack } from '../../../renderer/features/filming/capture/open-devices.ts';

let made = 0;

/** A track of a camera or microphone that a test can unplug. */
export class FakeTrack extends EventTarget {
  readonly kind: 'video' | 'audio';
  readonly label: string;
  readonly id = String((made += 1));
  readyState: 'live' | 'ended' = 'live';
  constructor(kind: 'video' | 'audio', label: string) {
    super();
    this.kind = kind;
    this.label = label;
  }
  stop(): void {
    this.readyState = 'ended';
  }
  unplug(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

class FakeStream {
  readonly tracks: FakeTrack[];
  constructor(tracks: FakeTrack[]) {
    this.tracks = tracks;
  }
  getTracks = (): FakeTrack[] => this.tracks;
  getVideoTracks = (): FakeTrack[] => this.tracks.filter(({ kind }) => kind === 'video');
  getAudioTracks = (): FakeTrack[] => this.tracks.filter(({ kind }) => kind === 'audio');
}

/** A recorder that makes a chunk when the test says so. */
export class FakeRecorder extends EventTarget {
  state: 'inactive' | 'recording' = 'inactive';
  readonly tracks: readonly FakeTrack[];
  constructor(tracks: readonly FakeTrack[]) {
    super();
    this.tracks = tracks;
  }
  start(): void {
    this.state = 'recording';
    // As the browser: told once the one who asked went on.
    queueMicrotask(() => this.dispatchEvent(new Event('start')));
  }
  chunk(text = 'x'): void {
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob([text]) }));
  }
  stop(): void {
    this.state = 'inactive';
    queueMicrotask(() => {
      this.chunk('last');
      this.dispatchEvent(new Event('stop'));
    });
  }
}

export const aFilming: Filming = {
  id: 'filming',
  state: 'filming',
  title: 'Les',
  ownerId: null,
  filmedById: null,
  plannedMs: null,
  startedAt: 0,
  savedMs: 0,
  sizeBytes: 0,
  segments: 0,
  flags: 0,
  recordingId: null,
};

type Appended = z.output<(typeof filmingContract)['append']['output']>;
type AppendInput = z.input<(typeof filmingContract)['append']['input']>;

/** A capture over fakes. `log` is what main was asked, in order; `attached` are the devices that are plugged in. */
export function fakeFilming() {
  const log: string[] = [];
  const recorders: FakeRecorder[] = [];
  const tones = { count: 0 };
  const attached = { cameras: ['camera'], microphones: ['microphone'] };
  let now = 0;
  let segments = 0;
  let heard: (notice: FilmingNotice) => void = () => undefined;
  let plannedMs: number | null = null;
  const answer = {
    append: ({ seq }: AppendInput): Promise<Appended> =>
      Promise.resolve({
        nextSeq: seq + 1,
        savedMs: (seq + 1) * 1000,
        sizeBytes: seq + 1,
        room: { freeBytes: 1e12, leftMs: 1e7, verdict: 'enough', onBattery: false },
      }),
  };
  const main: FilmingMain = {
    start: (input) => {
      plannedMs = input.plannedMs;
      log.push(`start ${input.title}`);
      return Promise.resolve({ ...aFilming, plannedMs });
    },
    openSegment: ({ reason }) => {
      segments += 1;
      log.push(`open ${reason}`);
      return Promise.resolve({ segmentId: `segment ${segments}` });
    },
    append: (input) => answer.append(input),
    closeSegment: ({ segmentId }) => {
      log.push(`close ${segmentId}`);
      return Promise.resolve({ ok: true });
    },
    pause: () => {
      log.push('pause');
      return Promise.resolve({ ...aFilming, state: 'paused', plannedMs });
    },
    resume: () => {
      log.push('resume');
      return Promise.resolve({ ...aFilming, plannedMs });
    },
    flag: ({ segmentId, offsetMs }) => {
      log.push(`flag ${segmentId} ${offsetMs}`);
      return Promise.resolve({ id: 'flag', flags: 1 });
    },
    stop: ({ reason }) => {
      log.push(`stop ${reason}`);
      return Promise.resolve({ jobId: 'job' });
    },
    onNotice: (listener) => {
      heard = listener;
      return () => undefined;
    },
  };
  const opened = (kind: 'video' | 'audio', labels: readonly string[]): OpenedTrack => {
    const label = labels[0];
    const track = label === undefined ? null : new FakeTrack(kind, label);
    return { track: track as unknown as MediaStreamTrack | null, trouble: track ? null : 'none' };
  };
  const capture = createCapture({
    main,
    devices: {
      open: (wanted, open = {}) => {
        const kept = (track: MediaStreamTrack): OpenedTrack => ({ track, trouble: null });
        const nobody: OpenedTrack = { track: null, trouble: null };
        return Promise.resolve({
          camera: open.camera
            ? kept(open.camera)
            : wanted.cameraId === null
              ? nobody
              : opened('video', attached.cameras),
          microphone: open.microphone
            ? kept(open.microphone)
            : wanted.microphoneId === null
              ? nobody
              : opened('audio', attached.microphones),
        });
      },
      onChange: () => () => undefined,
      createStream: (tracks) => new FakeStream(tracks as unknown as FakeTrack[]) as unknown as MediaStream,
    },
    createRecorder: (stream) => {
      const recorder = new FakeRecorder((stream as unknown as FakeStream).tracks);
      recorders.push(recorder);
      return recorder as unknown as MediaRecorder;
    },
    formatFor: (stream): Promise<CaptureFormat> => {
      const hasPicture = stream.getVideoTracks().length > 0;
      return Promise.resolve({
        mimeType: hasPicture ? 'video/webm' : 'audio/webm',
        bitsPerSecond: 1_000_000,
        inHardware: null,
        picture: null,
        hasSound: true,
      });
    },
    playTone: () => {
      tones.count += 1;
    },
    now: () => now,
    wait: () => Promise.resolve(),
  });
  return {
    capture,
    log,
    recorders,
    tones,
    attached,
    answer,
    /** The recorder of the segment that runs now. */
    recorder(): FakeRecorder {
      const last = recorders.at(-1);
      if (!last) throw new Error('nothing was recorded yet');
      return last;
    },
    pass(ms: number): void {
      now += ms;
    },
    notice: (kind: FilmingNotice['kind']) => heard({ filmingId: aFilming.id, kind }),
  };
}
