import type { CaptureFormat } from './capture.ts';
import { createChunkSender, type Appended } from './chunk-sender.ts';
import { recorderOptions } from './formats.ts';

/** What of the browser's recorder is used; the browser's own, or one of a test. */
export type Recorder = Pick<MediaRecorder, 'start' | 'stop' | 'state' | 'addEventListener'>;

export interface SegmentPorts {
  readonly createRecorder: (stream: MediaStream, options: MediaRecorderOptions) => Recorder;
  readonly append: (seq: number, bytes: Uint8Array<ArrayBuffer>) => Promise<Appended>;
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => number;
}

export interface SegmentEvents {
  readonly onStarted: () => void;
  readonly onSaved: (answer: Appended) => void;
  /** The recorder stopped by itself or failed. */
  readonly onBroken: () => void;
  readonly onFull: () => void;
  readonly onRefused: (error: unknown) => void;
}

export interface Segment {
  readonly id: string;
  /** Since its first moment, in ms; 0 before it. */
  offsetMs(): number;
  /** Ends the recorder and waits until main has every chunk, or refused. */
  finish(): Promise<void>;
}

/** One chunk a second: no more than that is ever lost with the page. */
const chunkMs = 1000;
/** A recorder that was told to stop and says nothing for this long will say nothing more. */
const stopPatienceMs = 4000;

/** Records the tracks of a stream as one segment, until it is finished. @throws what the recorder throws. */
export function recordSegment(
  id: string,
  stream: MediaStream,
  format: CaptureFormat,
  ports: SegmentPorts,
  events: SegmentEvents,
): Segment {
  let startedAt: number | null = null;
  let finishing: Promise<void> | null = null;
  const sender = createChunkSender({
    append: ports.append,
    wait: ports.wait,
    onSaved: events.onSaved,
    onFull: () => {
      if (!finishing) events.onFull();
    },
    onRefused: events.onRefused,
  });
  const recorder = ports.createRecorder(stream, recorderOptions(format));
  const stopped = new Promise<void>((done) => recorder.addEventListener('stop', () => done()));
  const broke = (): void => {
    if (!finishing) events.onBroken();
  };
  recorder.addEventListener('start', () => {
    startedAt = ports.now();
    events.onStarted();
  });
  recorder.addEventListener('dataavailable', (event) => sender.add((event as BlobEvent).data));
  recorder.addEventListener('error', broke);
  recorder.addEventListener('stop', broke);
  recorder.start(chunkMs);

  const finish = async (): Promise<void> => {
    if (recorder.state !== 'inactive') {
      recorder.stop();
      await Promise.race([stopped, ports.wait(stopPatienceMs)]);
    }
    await sender.settled();
  };
  return {
    id,
    offsetMs: () => (startedAt === null ? 0 : Math.max(0, Math.round(ports.now() - startedAt))),
    finish: () => (finishing ??= finish()),
  };
}
