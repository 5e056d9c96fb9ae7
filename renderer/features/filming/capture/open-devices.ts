import type { CaptureDevices, CameraPicture, DeviceTrouble } from './capture.ts';

/** Any device of its kind will do: the first one the system gives. */
export const anyDevice = '';

export interface OpenedTrack {
  readonly track: MediaStreamTrack | null;
  /** Why there is no track, or why it is not of the device that was asked for. */
  readonly trouble: DeviceTrouble | null;
}

type Kind = 'videoinput' | 'audioinput';
type Media = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'>;

/** Opens the camera with a picture as near as it has to the one asked for; the next camera where this one fails. */
export function openCamera(
  deviceId: string,
  picture: CameraPicture,
  media: Media = navigator.mediaDevices,
): Promise<OpenedTrack> {
  const { width, height, frameRate } = picture;
  const near = { width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: frameRate } };
  return openOne('videoinput', deviceId, (exact) => ({ video: { ...near, ...exact } }), media);
}

/**
 * Opens the microphone for a classroom: no echo or noise suppression, which take children's soft voices for noise;
 * the gain follows by itself.
 */
export function openMicrophone(
  deviceId: string,
  media: Media = navigator.mediaDevices,
): Promise<OpenedTrack> {
  const room = { echoCancellation: false, noiseSuppression: false, autoGainControl: true };
  return openOne('audioinput', deviceId, (exact) => ({ audio: { ...room, ...exact } }), media);
}

const without: OpenedTrack = { track: null, trouble: null };
const kept = (track: MediaStreamTrack): OpenedTrack => ({ track, trouble: null });

/** Opens what is asked for and not open yet. */
export async function openDevices(
  { cameraId, microphoneId, picture }: CaptureDevices,
  open: { readonly camera?: MediaStreamTrack | null; readonly microphone?: MediaStreamTrack | null } = {},
  media: Media = navigator.mediaDevices,
): Promise<{ readonly camera: OpenedTrack; readonly microphone: OpenedTrack }> {
  // One after the other: two questions for permission at once would stand over each other.
  const camera = open.camera
    ? kept(open.camera)
    : cameraId === null
      ? without
      : await openCamera(cameraId, picture, media);
  const microphone = open.microphone
    ? kept(open.microphone)
    : microphoneId === null
      ? without
      : await openMicrophone(microphoneId, media);
  return { camera, microphone };
}

/** What the camera really gives, from its track. */
export function pictureOf(track: MediaStreamTrack): CameraPicture {
  const { width = 0, height = 0, frameRate = 0 } = track.getSettings();
  return { width, height, frameRate };
}

async function openOne(
  kind: Kind,
  deviceId: string,
  constraints: (exact: MediaTrackConstraints) => MediaStreamConstraints,
  media: Media,
): Promise<OpenedTrack> {
  const ids = deviceId === anyDevice ? [anyDevice] : [deviceId];
  let trouble: DeviceTrouble | null = null;
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? anyDevice;
    try {
      const stream = await media.getUserMedia(
        constraints(id === anyDevice ? {} : { deviceId: { exact: id } }),
      );
      const track = stream.getTracks()[0];
      if (track) return { track, trouble };
    } catch (error) {
      trouble ??= troubleOf(error);
      // Nobody may film: another device is refused just the same.
      if (troubleOf(error) === 'refused') break;
      if (at === 0) ids.push(...(await othersOf(kind, deviceId, media)));
    }
  }
  return { track: null, trouble: trouble ?? 'none' };
}

async function othersOf(kind: Kind, deviceId: string, media: Media): Promise<string[]> {
  const devices = await media.enumerateDevices();
  const ids = devices.filter((one) => one.kind === kind && one.deviceId !== deviceId);
  return ids.map((one) => one.deviceId).filter((id) => id !== anyDevice);
}

/** What `getUserMedia` means by the name of its error (Media Capture and Streams, §10.3). */
export function troubleOf(error: unknown): DeviceTrouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const meanings: Readonly<Record<string, DeviceTrouble>> = {
    NotAllowedError: 'refused',
    SecurityError: 'refused',
    NotFoundError: 'none',
    NotReadableError: 'in-use',
    AbortError: 'in-use',
    OverconstrainedError: 'not-that-picture',
  };
  return meanings[name] ?? 'unknown';
}
