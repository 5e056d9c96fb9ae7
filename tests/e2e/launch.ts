import type { Page } from '@playwright/test';
import { findElectron } from '../launch/electron-binary.ts';
import { launchElectron } from './launch-electron.ts';
import { launchStandIn } from './launch-stand-in.ts';

/** Chromium's fake devices, or files in their place. */
export interface FakeCamera {
  /** Motion JPEG or Y4M, played in a loop. */
  readonly video?: string;
  /** WAV, played in a loop. */
  readonly audio?: string;
  /** Cameras there are; 1 unless told. */
  readonly cameras?: number;
  /** Pictures a second of the built-in fake camera (20 unless told); a file has its own. */
  readonly frameRate?: number;
}

export interface LaunchOptions {
  /** Folder of this start alone: library, log, browser profile. */
  readonly userData: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What `getUserMedia` finds; without it, what the machine really has. The app's own handlers decide who may. */
  readonly fakeCamera?: FakeCamera | 'builtin';
}

export type PowerEvent =
  | 'suspend'
  | 'resume'
  | 'lock-screen'
  | 'unlock-screen'
  | 'on-battery'
  | 'on-ac'
  | 'shutdown'
  | 'user-did-become-active'
  | 'user-did-resign-active';

/** What the next picker or message box answers, as Electron's `dialog` gives it. */
export interface DialogAnswer {
  readonly method: 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox';
  readonly answer: object;
}

export interface RunningApp {
  readonly page: Page;
  readonly launcher: 'electron' | 'stand-in';
  /** Process id of the main process. */
  readonly mainPid: number;
  /** Closes as a person does. */
  close(): Promise<void>;
  /** Takes the whole app away without a word: main process and browser at once. */
  kill(): Promise<void>;
  /** Takes the page's process away (SIGKILL); main lives on. `page` is dead from then on: ask `pageAgain`. */
  killPage(): Promise<void>;
  /** The page that is there after `killPage`, once the app has loaded it again. */
  pageAgain(): Promise<Page>;
  /** Lets main hear of something that happens to the laptop. */
  power(event: PowerEvent): Promise<void>;
  answerDialog(answer: DialogAnswer): Promise<void>;
}

/** Starts the built app in real Electron where its program is, else in the stand-in; the page is the same either way. */
export function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const electron = findElectron();
  const given = { ...options, args: [...fakeDevices(options.fakeCamera), ...(options.args ?? [])] };
  return electron ? launchElectron(electron, given) : launchStandIn(given);
}

function fakeDevices(camera: FakeCamera | 'builtin' | undefined): string[] {
  if (!camera) return [];
  const { video, audio, cameras = 1, frameRate } = camera === 'builtin' ? {} : camera;
  const config = [`device-count=${cameras}`, ...(frameRate ? [`fps=${frameRate}`] : [])].join(',');
  return [
    `--use-fake-device-for-media-stream=${config}`,
    ...(video ? [`--use-file-for-fake-video-capture=${video}`] : []),
    ...(audio ? [`--use-file-for-fake-audio-capture=${audio}`] : []),
  ];
}
