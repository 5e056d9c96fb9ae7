import { join } from 'node:path';
import { makeClip } from '../fixtures/clips.ts';
import { ffmpeg } from '../fixtures/recorded.ts';

/** Frames a second at which Chromium plays a Motion JPEG as a camera, whatever the file says. */
export const cameraRate = 30;

/**
 * A camera that can be counted: every picture carries its own number (see `makeClip`), and a beep begins with every
 * second. Picture and sound start when each device is opened, so between them lies a constant that is the devices'.
 */
export async function countingCamera(
  folder: string,
  {
    seconds,
    size = '640x360',
    soundSeconds = seconds,
  }: { seconds: number; size?: string; soundSeconds?: number },
): Promise<{ video: string; audio: string }> {
  const video = await makeClip(join(folder, 'camera.mjpeg'), {
    seconds,
    size,
    rate: String(cameraRate),
    video: ['-c:v', 'mjpeg', '-q:v', '4', '-pix_fmt', 'yuvj420p'],
    audio: false,
  });
  const audio = join(folder, 'microphone.wav');
  const beep = `aevalsrc='0.5*sin(880*2*PI*t)*lt(mod(t\\,1)\\,0.1)':s=48000:d=${soundSeconds}`;
  await ffmpeg('-f', 'lavfi', '-i', beep, '-c:a', 'pcm_s16le', audio);
  return { video, audio };
}
