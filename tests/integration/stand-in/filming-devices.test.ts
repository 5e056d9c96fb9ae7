import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ffmpegs } from '../../fixtures/clips.ts';
import { startStandIn, type Started } from './started.ts';

let standIn: Started;

beforeAll(async () => {
  standIn = await startStandIn({ args: ['--use-fake-device-for-media-stream=device-count=2'] });
});

afterAll(() => standIn.end());

afterEach(() =>
  standIn.inMain(({ session }) => {
    session.defaultSession.setPermissionRequestHandler(null);
    session.defaultSession.setPermissionCheckHandler(null);
  }),
);

const open = (constraints: object): Promise<string[]> =>
  standIn.inPage(`navigator.mediaDevices.getUserMedia(${JSON.stringify(constraints)}).then(
    (stream) => stream.getTracks().map((track) => (track.stop(), track.kind)).toSorted(),
    (error) => [error.name],
  )`);

describe('camera and microphone', () => {
  it('are there by number, and give pictures and sound', async () => {
    const devices = await standIn.inPage<string[]>(
      `navigator.mediaDevices.enumerateDevices().then((all) => all.map((device) => device.kind + ' ' + device.label))`,
    );
    expect(devices.filter((device) => device.startsWith('videoinput fake_device'))).toHaveLength(2);
    expect(devices.some((device) => device.startsWith('audioinput Fake'))).toBe(true);
    expect(await open({ video: true, audio: true })).toEqual(['audio', 'video']);
  });

  it("are asked of the app's request handler at each call, with what is asked for", async () => {
    await standIn.inMain(({ session }) => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { asked });
      session.defaultSession.setPermissionRequestHandler((contents, permission, decide, details) => {
        asked.push([contents.getURL(), permission, (details as { mediaTypes?: string[] }).mediaTypes]);
        decide(asked.length > 1);
      });
    });
    expect(await open({ video: true, audio: true })).toEqual(['NotAllowedError']);
    expect(await open({ audio: true })).toEqual(['audio']);
    const page = 'app://drieluik/page.html';
    expect(await standIn.inMain(() => (globalThis as unknown as { asked: unknown }).asked)).toEqual([
      [page, 'media', ['video', 'audio']],
      [page, 'media', ['audio']],
    ]);
  });

  it('a refusal leaves the stream that runs already alone', async () => {
    await standIn.inPage(
      `navigator.mediaDevices.getUserMedia({ video: true }).then((stream) => void (globalThis.kept = stream))`,
    );
    await standIn.inMain(({ session }) =>
      session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false)),
    );
    expect(await open({ video: true })).toEqual(['NotAllowedError']);
    await new Promise((done) => setTimeout(done, 300));
    expect(await standIn.inPage('kept.getTracks().map((track) => track.readyState)')).toEqual(['live']);
    await standIn.inPage('kept.getTracks().forEach((track) => track.stop())');
  });

  it("have no name where the app's check handler says no", async () => {
    await standIn.inMain(async ({ session, BrowserWindow }) => {
      session.defaultSession.setPermissionCheckHandler((_contents, permission, origin, details) => {
        const { mediaType } = details as { mediaType?: string };
        return permission === 'media' && origin === 'app://drieluik' && mediaType === 'audio';
      });
      await BrowserWindow.getAllWindows()[0]?.loadURL('app://drieluik/page.html');
    });
    const named = await standIn.inPage<string[]>(
      `navigator.mediaDevices.enumerateDevices().then((all) => all.filter((device) => device.label).map((device) => device.kind))`,
    );
    expect(named).not.toContain('videoinput');
    expect(named).toContain('audioinput');
    expect(
      await standIn.inPage(`navigator.permissions.query({ name: 'camera' }).then(({ state }) => state)`),
    ).toBe('denied');
  });
});

describe('the recorder of the Debian Chromium', () => {
  it('writes H.264 in fragmented MP4 and in Matroska, a chunk a second, to the main process', async () => {
    expect(
      await standIn.inPage(
        `['video/mp4;codecs=avc1.640028,opus', 'video/x-matroska;codecs=avc1.640028,opus', 'video/webm;codecs=vp9,opus', 'video/mp4;codecs=avc1.640028,mp4a.40.2'].map((type) => MediaRecorder.isTypeSupported(type))`,
      ),
    ).toEqual([true, true, true, false]);
    const sizes = await standIn.inPage<number[]>(`(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: true, audio: true });
      const recorder = new MediaRecorder(stream, { mimeType: 'video/x-matroska;codecs=avc1.640028,opus' });
      const sizes = [];
      const enough = Promise.withResolvers();
      recorder.ondataavailable = async ({ data }) => {
        sizes.push(await bridge.call('length', new Uint8Array(await data.arrayBuffer())));
        if (sizes.length === 3) enough.resolve();
      };
      recorder.start(1000);
      await enough.promise;
      recorder.stop();
      stream.getTracks().forEach((track) => track.stop());
      return sizes;
    })()`);
    expect(Math.min(...sizes.slice(0, 3))).toBeGreaterThan(1000);
  });
});

describe('a megabyte from page to main', () => {
  it('arrives whole, as the view that it was, and comes back', async () => {
    expect(
      await standIn.inPage(`(async () => {
        const bytes = Uint8Array.from({ length: 1 << 20 }, (_, at) => at % 251);
        const back = await bridge.call('echo', { part: bytes.subarray(7), all: bytes });
        return back.part instanceof Uint8Array && back.part.buffer === back.all.buffer
          && back.part.length === bytes.length - 7 && back.part.every((byte, at) => byte === bytes[at + 7]);
      })()`),
    ).toBe(true);
  });

  it('costs little enough to film with: a second of video well within its second', async () => {
    const perCall = await standIn.inPage<number>(`(async () => {
      const bytes = new Uint8Array(1 << 20);
      await bridge.call('length', bytes);
      const began = performance.now();
      for (let call = 0; call < 20; call += 1) await bridge.call('length', bytes);
      return (performance.now() - began) / 20;
    })()`);
    console.log(`1 MiB from page to main: ${perCall.toFixed(1)} ms a call`);
    expect(perCall).toBeLessThan(300);
  });
});

describe('a file as the camera', () => {
  it('shows its own picture', async () => {
    const film = await startStandInWithFile();
    const colour = await film.inPage<number[]>(`(async () => {
      const video = document.createElement('video');
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true });
      await video.play();
      const canvas = document.createElement('canvas');
      const brush = canvas.getContext('2d');
      brush.drawImage(video, 0, 0);
      return [video.videoWidth, video.videoHeight, ...brush.getImageData(10, 10, 1, 1).data];
    })()`);
    await film.end();
    const [width, height, red = 0, green = 0, blue = 0] = colour;
    expect([width, height]).toEqual([320, 240]);
    expect(red).toBeGreaterThan(150);
    expect(Math.max(green, blue)).toBeLessThan(60);
  });
});

async function startStandInWithFile(): Promise<Started> {
  const path = join(standIn.folder, 'red.mjpeg');
  const args = ['-f', 'lavfi', '-i', 'color=red:s=320x240:r=25:d=1', '-f', 'mjpeg', path];
  await promisify(execFile)(ffmpegs[0]?.path ?? '', ['-loglevel', 'error', ...args]);
  return startStandIn({
    args: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${path}`],
  });
}
