import { useSyncExternalStore } from 'react';
import type { Capture, CaptureFormat, CaptureState } from './capture.ts';
import { createCapture } from './create-capture.ts';
import { chooseFormat, isInHardware } from './formats.ts';
import { filmingMain } from './main-port.ts';
import { openDevices, pictureOf } from './open-devices.ts';
import { playTroubleTone } from './trouble-tone.ts';

/** What this browser will write of a stream. @throws CaptureError `no-format` */
export async function formatFor(stream: MediaStream): Promise<CaptureFormat> {
  const [camera] = stream.getVideoTracks();
  const picture = camera ? pictureOf(camera) : null;
  const format = chooseFormat(picture, stream.getAudioTracks().length > 0, (type) =>
    MediaRecorder.isTypeSupported(type),
  );
  return { ...format, inHardware: await isInHardware(format) };
}

/** The page's one capture. It goes on whatever screen is open. */
export const capture: Capture = createCapture({
  main: filmingMain,
  devices: {
    open: openDevices,
    createStream: (tracks) => new MediaStream(tracks),
    onChange(changed) {
      navigator.mediaDevices.addEventListener('devicechange', changed);
      return () => navigator.mediaDevices.removeEventListener('devicechange', changed);
    },
  },
  createRecorder: (stream, options) => new MediaRecorder(stream, options),
  formatFor,
  playTone: playTroubleTone,
  now: () => performance.now(),
  wait: (ms) =>
    new Promise((done) => {
      setTimeout(done, ms);
    }),
});

/** A part of what the capture shows. `select` gives the same thing for the same state. */
export function useCapture<T>(select: (state: CaptureState) => T): T {
  return useSyncExternalStore(capture.store.subscribe, () => select(capture.store.getState()));
}
