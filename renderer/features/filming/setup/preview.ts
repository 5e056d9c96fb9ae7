import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CaptureDevices, DeviceTrouble } from '../capture/capture.ts';
import { openCamera, openMicrophone, type OpenedTrack } from '../capture/open-devices.ts';

export interface PreviewState {
  readonly stream: MediaStream | null;
  readonly camera: MediaStreamTrack | null;
  readonly microphone: MediaStreamTrack | null;
  readonly cameraTrouble: DeviceTrouble | null;
  readonly microphoneTrouble: DeviceTrouble | null;
  /** A device is being opened. */
  readonly isOpening: boolean;
  readonly cameras: readonly MediaDeviceInfo[];
  readonly microphones: readonly MediaDeviceInfo[];
}

export interface Preview {
  readonly store: StoreApi<PreviewState>;
  /** Opens what is chosen from now on; what is open already and still chosen stays as it is. */
  want(devices: CaptureDevices): void;
  tryAgain(): void;
  /** The capture films with these tracks from now on: closing does not stop them. */
  handOver(): void;
  /** It did not, and let them go: they are opened again. */
  takeBack(): void;
  /** Lets go of the devices. */
  close(): void;
}

type Side = 'camera' | 'microphone';

const notWanted: OpenedTrack = { track: null, trouble: null };

/** What the chosen devices give while a lesson is set up, outside React. */
export function createPreview(media: MediaDevices = navigator.mediaDevices): Preview {
  const store = createStore<PreviewState>(() => ({
    stream: null,
    camera: null,
    microphone: null,
    cameraTrouble: null,
    microphoneTrouble: null,
    isOpening: true,
    cameras: [],
    microphones: [],
  }));
  const { getState: state, setState: set } = store;
  const asked: Record<Side, string | null> = { camera: null, microphone: null };
  let wanted: CaptureDevices | null = null;
  let isHandedOver = false;
  let isClosed = false;
  let opening = 0;

  const show = (side: Side, { track, trouble }: OpenedTrack): void => {
    set({ [side]: track, [`${side}Trouble`]: trouble });
    const tracks = [state().camera, state().microphone].filter((one) => one !== null);
    set({ stream: tracks.length > 0 ? new MediaStream(tracks) : null });
  };
  const letGo = (side: Side): void => {
    const track = state()[side];
    track?.removeEventListener('ended', tryAgain);
    if (!isHandedOver) track?.stop();
  };
  const look = async (): Promise<void> => {
    // Devices have no names, and no ids, until one of them was allowed.
    const known = (await media.enumerateDevices()).filter(({ deviceId }) => deviceId !== '');
    set({
      cameras: known.filter(({ kind }) => kind === 'videoinput'),
      microphones: known.filter(({ kind }) => kind === 'audioinput'),
    });
  };
  const open = async (side: Side, key: string, ask: () => Promise<OpenedTrack>): Promise<void> => {
    if (asked[side] === key) return;
    asked[side] = key;
    letGo(side);
    opening += 1;
    set({ isOpening: true });
    const opened = await ask();
    opening -= 1;
    if (isClosed || asked[side] !== key) opened.track?.stop();
    else {
      opened.track?.addEventListener('ended', tryAgain);
      show(side, opened);
    }
    set({ isOpening: opening > 0 });
    await look();
  };
  const openBoth = (): void => {
    if (!wanted || isClosed) return;
    const { cameraId, microphoneId, picture } = wanted;
    void open('camera', JSON.stringify([cameraId, picture]), () =>
      cameraId === null ? Promise.resolve(notWanted) : openCamera(cameraId, picture, media),
    );
    void open('microphone', JSON.stringify([microphoneId]), () =>
      microphoneId === null ? Promise.resolve(notWanted) : openMicrophone(microphoneId, media),
    );
  };
  const tryAgain = (): void => {
    if (isHandedOver) return;
    // What works stays open.
    if (state().camera?.readyState !== 'live') asked.camera = null;
    if (state().microphone?.readyState !== 'live') asked.microphone = null;
    openBoth();
  };
  const plugged = (): void => {
    void look();
    if (state().cameraTrouble || state().microphoneTrouble) tryAgain();
  };
  media.addEventListener('devicechange', plugged);

  return {
    store,
    want(devices) {
      wanted = devices;
      openBoth();
    },
    tryAgain,
    handOver() {
      isHandedOver = true;
    },
    takeBack() {
      isHandedOver = false;
      tryAgain();
    },
    close() {
      isClosed = true;
      media.removeEventListener('devicechange', plugged);
      letGo('camera');
      letGo('microphone');
    },
  };
}
