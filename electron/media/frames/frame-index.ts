import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '../../../shared/contract/errors.ts';
import { constantClock, variableClock, type FrameClock } from '../../../shared/domain/frames.ts';

/**
 * Every frame shown, in order of time. `times` are ticks of `tickMs` from the first frame shown; `offsetMs` is where that
 * first frame stands after the container's start, which is what ffmpeg's `-ss` counts from.
 */
export interface FrameIndex {
  readonly tickMs: number;
  readonly offsetMs: number;
  readonly times: Int32Array;
  /** End of the last frame, in ticks. */
  readonly end: number;
  /** Frame numbers at which decoding can start. */
  readonly keyframes: Int32Array;
  /** Keyframes whose group is not touched by frames before it in time (closed): a copy may start there. */
  readonly cleanKeyframes: Int32Array;
  readonly constant: { readonly num: number; readonly den: number } | null;
}

/** The clock by which page and main process count this recording's frames. */
export function clockOf(index: FrameIndex): FrameClock {
  if (index.constant) return constantClock(index.constant.num, index.constant.den, index.times.length);
  return variableClock(
    Array.from(index.times, (tick) => tick * index.tickMs),
    index.end * index.tickMs,
  );
}

/** Position in ms after the container's start, i.e. what `-ss` takes, of a frame. */
export function seekMs(index: FrameIndex, frame: number): number {
  const tick = frame >= index.times.length ? index.end : (index.times[frame] ?? 0);
  return index.offsetMs + tick * index.tickMs;
}

const head = z.object({
  version: z.literal(1),
  tickMs: z.number(),
  offsetMs: z.number(),
  end: z.int(),
  count: z.int(),
  keys: z.int(),
  clean: z.int(),
  constant: z.object({ num: z.int(), den: z.int() }).nullable(),
});

/**
 * Packs an index for the database: a line of JSON, then the steps from frame to frame and the keyframe numbers, deflated.
 * Steps of a constant rate are one number over and over: an hour takes a few hundred bytes instead of 700 kB.
 */
export function encodeFrameIndex(index: FrameIndex): Uint8Array {
  const { tickMs, offsetMs, end, constant } = index;
  const counts = {
    count: index.times.length,
    keys: index.keyframes.length,
    clean: index.cleanKeyframes.length,
  };
  const line = Buffer.from(`${JSON.stringify({ version: 1, tickMs, offsetMs, end, constant, ...counts })}\n`);
  const parts = [index.times, index.keyframes, index.cleanKeyframes].map((list) => {
    const steps = list.map((value, place) => value - (list[place - 1] ?? 0));
    return Buffer.from(steps.buffer, steps.byteOffset, steps.byteLength);
  });
  return Buffer.concat([line, deflateSync(Buffer.concat(parts))]);
}

/** @throws AppError `library-damaged` when the bytes are not an index. */
export function decodeFrameIndex(bytes: Uint8Array): FrameIndex {
  try {
    const newline = bytes.indexOf(10);
    const { tickMs, offsetMs, end, constant, count, keys, clean } = head.parse(
      JSON.parse(Buffer.from(bytes.subarray(0, newline)).toString()),
    );
    const steps = inflateSync(bytes.subarray(newline + 1));
    if (steps.length !== (count + keys + clean) * Int32Array.BYTES_PER_ELEMENT)
      throw new RangeError('length');
    const list = (from: number, length: number): Int32Array => {
      let sum = 0;
      return Int32Array.from({ length }, (_, place) => (sum += steps.readInt32LE((from + place) * 4)));
    };
    return {
      tickMs,
      offsetMs,
      end,
      constant,
      times: list(0, count),
      keyframes: list(count, keys),
      cleanKeyframes: list(count + keys, clean),
    };
  } catch (cause) {
    throw new AppError('library-damaged', {}, { cause });
  }
}
