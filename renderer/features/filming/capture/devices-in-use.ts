import type { CaptureDevices } from './capture.ts';
import type { openDevices } from './open-devices.ts';
import { kindOf, watchTracks, type TrackKind } from './watch-tracks.ts';

export interface DevicePorts {
  readonly open: typeof openDevices;
  /** Tells when a device was plugged in or out. @returns how to stop. */
  readonly onChange: (changed: () => void) => () => void;
  readonly createStream: (tracks: MediaStreamTrack[]) => MediaStream;
}

export interface DevicesInUse {
  /** The live tracks as one stream; null when none is. */
  stream(): MediaStream | null;
  /** What is wanted from now on; tracks of a preview that fit are taken over. */
  want(devices: CaptureDevices, preview?: MediaStream | null): void;
  /** Opens what is wanted and not live. @returns true when something came to it. */
  open(): Promise<boolean>;
  /** What was wanted and is not there. */
  missing(): TrackKind[];
  /** Lets go of these, or of all: the light of the camera is off. */
  release(kinds?: readonly TrackKind[]): void;
}

const both: readonly TrackKind[] = ['camera', 'microphone'];

/** Holds the camera and microphone that film now, and tells when one goes or may be back. */
export function createDevicesInUse(
  ports: DevicePorts,
  events: { readonly onGone: (kind: TrackKind) => void; readonly onMaybeBack: () => void },
): DevicesInUse {
  const tracks: Record<TrackKind, MediaStreamTrack | null> = { camera: null, microphone: null };
  const mutedBefore = new Set<string>();
  let wanted: CaptureDevices | null = null;
  let made: { readonly stream: MediaStream; readonly of: string } | null = null;
  let unwatch: (() => void)[] = [];

  const live = (): MediaStreamTrack[] =>
    both.flatMap((kind) => {
      const track = tracks[kind];
      return track?.readyState === 'live' ? [track] : [];
    });
  const release: DevicesInUse['release'] = (kinds = both) => {
    for (const kind of kinds) {
      tracks[kind]?.stop();
      tracks[kind] = null;
    }
    watch();
  };
  const watch = (): void => {
    for (const stop of unwatch) stop();
    unwatch = wanted
      ? [
          ports.onChange(events.onMaybeBack),
          watchTracks(live(), mutedBefore, (kind, track, why) => {
            if (why === 'muted') mutedBefore.add(track.label);
            release([kind]);
            events.onGone(kind);
          }),
        ]
      : [];
  };
  const missing = (): TrackKind[] =>
    both.filter((kind) => {
      const id = kind === 'camera' ? wanted?.cameraId : wanted?.microphoneId;
      return wanted !== null && id !== null && tracks[kind]?.readyState !== 'live';
    });

  return {
    stream() {
      const now = live();
      const ids = now.map(({ id }) => id).join(' ');
      if (now.length === 0) return null;
      if (made?.of !== ids) made = { stream: ports.createStream(now), of: ids };
      return made.stream;
    },
    want(devices, preview = null) {
      release();
      wanted = devices;
      for (const track of preview?.getTracks() ?? [])
        if (track.readyState === 'live') tracks[kindOf(track)] = track;
      watch();
    },
    async open() {
      if (!wanted || missing().length === 0) return false;
      const before = live().length;
      const gone = missing();
      const { camera, microphone } = await ports.open(wanted, {
        camera: gone.includes('camera') ? null : tracks.camera,
        microphone: gone.includes('microphone') ? null : tracks.microphone,
      });
      tracks.camera = camera.track;
      tracks.microphone = microphone.track;
      watch();
      return live().length > before;
    },
    missing,
    release,
  };
}
