import type { StoreApi } from 'zustand';
import type { z } from 'zod';
import type {
  endReason,
  Filming,
  FilmingNotice,
  FilmingRoom,
  SegmentReason,
} from '../../../../shared/contract/filming.ts';

/**
 * Filming a lesson, outside React: it goes on whatever screen is open, and one page has one (`useCapture`, `capture`
 * in `the-capture.ts`). Main owns the bytes; here are the devices, the recorder of the browser, and the way to main.
 *
 * `idle` → `starting` → `filming` ⇄ `paused` → `stopping` → `idle`. In between, by itself:
 * `restarting` (a new segment is on its way) and `waiting` (no device is left, or the laptop sleeps).
 */
export type CapturePhase = 'idle' | 'starting' | 'filming' | 'restarting' | 'waiting' | 'paused' | 'stopping';

export type EndReason = z.infer<typeof endReason>;

/** A picture as asked of a camera, or as the camera really gives it. Frame rate per second. */
export interface CameraPicture {
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
}

/** The devices to film with; null for «without». A device that is away is replaced by the next one. */
export interface CaptureDevices {
  readonly cameraId: string | null;
  readonly microphoneId: string | null;
  readonly picture: CameraPicture;
}

/** What is begun: decided on the set-up screen. */
export interface FilmingPlan {
  readonly title: string;
  readonly ownerId: string | null;
  readonly filmedById: string | null;
  readonly groupId: string | null;
  /** Length in ms after which it stops by itself; null goes on until the key. */
  readonly plannedMs: number | null;
  readonly devices: CaptureDevices;
  /** Tone when the recorder had to be started again. */
  readonly soundOnTrouble: boolean;
}

/** What the recorder really writes. */
export interface CaptureFormat {
  readonly mimeType: string;
  readonly bitsPerSecond: number;
  /** The encoder runs on a chip of its own; null when the browser does not say. */
  readonly inHardware: boolean | null;
  /** What the camera gives; null for sound only. */
  readonly picture: CameraPicture | null;
  readonly hasSound: boolean;
}

/** Something that went wrong and was dealt with; the screen says it, `at` (monotonic ms) tells new from old. */
export interface CaptureTrouble {
  readonly kind:
    | SegmentReason
    | 'too-slow'
    | 'no-camera'
    | 'no-microphone'
    | 'nothing-left'
    | 'append-failed'
    | 'disk-full';
  readonly at: number;
}

/** What a screen may show. Changes with each chunk (about once a second) and at events, never faster. */
export interface CaptureState {
  readonly phase: CapturePhase;
  readonly filming: Filming | null;
  readonly segmentId: string | null;
  /** The live stream for a preview and a level meter; do not stop its tracks. */
  readonly stream: MediaStream | null;
  readonly format: CaptureFormat | null;
  /** Safely with main: lesson time in ms and bytes. */
  readonly savedMs: number;
  readonly sizeBytes: number;
  readonly room: FilmingRoom | null;
  readonly flags: number;
  /** The last trouble; cleared by `seen()`. */
  readonly trouble: CaptureTrouble | null;
  /** Main's last notice that needs eyes: ten minutes left, on battery. */
  readonly notice: FilmingNotice['kind'] | null;
  /** Why starting, pausing or stopping failed; an ApiError or a CaptureError. */
  readonly error: unknown;
  /** Set when a filming ended: the work that makes one recording of it. */
  readonly ended: { readonly filmingId: string; readonly jobId: string; readonly reason: EndReason } | null;
}

export interface Capture {
  readonly store: StoreApi<CaptureState>;
  /**
   * Starts filming. `preview` is the stream of the set-up screen: its tracks are taken over, so that nothing blinks.
   * @throws ApiError of `filming.start`; CaptureError where no device gives anything.
   */
  begin(plan: FilmingPlan, preview?: MediaStream | null): Promise<void>;
  /** Goes on, in a new segment, with a filming that main says is running though this page is not (page restart). */
  takeUp(filming: Filming, devices: CaptureDevices, soundOnTrouble: boolean): Promise<void>;
  /** Closes the segment: nobody is filmed. The devices are let go, the camera's light is off. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Drops a flag on this moment; kept at once. Does nothing unless `filming`. */
  flag(): Promise<void>;
  /** Ends it. Waits until main has the last chunk. The devices are let go first. @returns the job's id */
  stop(reason: EndReason): Promise<string>;
  /** Lesson time that was really filmed until now, in ms, by a monotonic clock; without pauses and gaps. */
  elapsedMs(): number;
  /** The trouble was seen: it may leave the screen. */
  seen(): void;
  /** What ended was seen: the next lesson may be set up. */
  seenEnd(): void;
}

/** Why no device gives anything. Each has its sentence: `filming:device-trouble.<kind>`. */
export type DeviceTrouble = 'refused' | 'none' | 'in-use' | 'not-that-picture' | 'unknown';

/** Thrown where no camera and no microphone could be opened, or no crash-safe container can be written. */
export class CaptureError extends Error {
  readonly kind: DeviceTrouble | 'no-format';

  constructor(kind: DeviceTrouble | 'no-format', options?: ErrorOptions) {
    super(kind, options);
    this.name = 'CaptureError';
    this.kind = kind;
  }
}
