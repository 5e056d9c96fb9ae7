import { useCapture } from './capture/the-capture.ts';

/** True while the camera or microphone films, or will again by itself. */
export function useIsFilming(): boolean {
  return useCapture(({ filming, phase }) => filming !== null && phase !== 'paused');
}
