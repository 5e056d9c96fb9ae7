import type { CameraPicture } from '../capture/capture.ts';

/** What of a camera's `getCapabilities()` counts here. */
export interface CameraRange {
  readonly width?: { readonly max?: number };
  readonly height?: { readonly max?: number };
  readonly frameRate?: { readonly max?: number };
}

export interface PictureChoices {
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  readonly rates: readonly number[];
}

/** Sizes people know by name, largest first. */
const knownSizes = [
  [3840, 2160],
  [2560, 1440],
  [1920, 1080],
  [1280, 720],
  [960, 540],
  [640, 480],
  [640, 360],
] as const;
/** 25 and 50 keep still under the lamps of Europe, 30 and 60 are what webcams have of themselves. */
const knownRates = [25, 30, 50, 60] as const;

const fits = (value: number, most: number | undefined): boolean => most === undefined || value <= most;

/** Sizes and rates that this camera offers. What it gives now is always among them, also when it has no name. */
export function picturesOf(range: CameraRange, now: CameraPicture): PictureChoices {
  const { width, height, frameRate } = range;
  const sizes = knownSizes
    .filter(([w, h]) => fits(w, width?.max) && fits(h, height?.max))
    .map(([w, h]) => ({ width: w, height: h }));
  const isKnown = sizes.some((size) => size.width === now.width && size.height === now.height);
  const rate = Math.round(now.frameRate);
  const rates = new Set<number>([...knownRates.filter((known) => fits(known, frameRate?.max)), rate]);
  return {
    sizes: isKnown ? sizes : [{ width: now.width, height: now.height }, ...sizes],
    rates: [...rates].filter((one) => one > 0).sort((a, b) => a - b),
  };
}
