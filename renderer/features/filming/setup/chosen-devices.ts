import type { FilmingSetup } from '../../../../shared/contract/filming.ts';
import type { CameraPicture, CaptureDevices } from '../capture/capture.ts';
import { anyDevice } from '../capture/open-devices.ts';

/** Id that stands for «film without»: kept in the set-up, never the id of a device. */
export const without = 'none';

/** Full HD at the rate that webcams have of themselves; a camera with less gives what is nearest. */
export const usualPicture: CameraPicture = { width: 1920, height: 1080, frameRate: 30 };

const idOf = (kept: string | null): string | null => (kept === without ? null : (kept ?? anyDevice));

/** What to ask of the devices, as the set-up remembers it. */
export function devicesOf({ cameraId, microphoneId, pictures }: FilmingSetup): CaptureDevices {
  return {
    cameraId: idOf(cameraId),
    microphoneId: idOf(microphoneId),
    picture: pictures[cameraId ?? anyDevice] ?? usualPicture,
  };
}
