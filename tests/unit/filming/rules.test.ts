import { describe, expect, it } from 'vitest';
import { between } from '../../../electron/features/filming/clock.ts';
import {
  crashSafeEnding,
  diskLeft,
  diskReserveBytes,
  fits,
  momentOf,
} from '../../../shared/domain/filming.ts';

const minute = 60_000;
/** Bytes of so many ms at 8 Mbit/s: a thousand a ms. */
const bitsPerSecond = 8_000_000;
const bytesOf = (ms: number): number => ms * 1000;

describe('what the disk still holds', () => {
  it('counts what is filmed twice: segments, and the file they become', () => {
    const freeBytes = diskReserveBytes + 2 * bytesOf(30 * minute);
    expect(diskLeft({ freeBytes, filmedBytes: 0, bitsPerSecond })).toEqual({
      leftMs: 30 * minute,
      verdict: 'enough',
    });
    // Ten minutes on: the disk lost ten minutes, and ten minutes still have to be laid down once more.
    const later = { freeBytes: freeBytes - bytesOf(10 * minute), filmedBytes: bytesOf(10 * minute) };
    expect(diskLeft({ ...later, bitsPerSecond }).leftMs).toBe(20 * minute);
  });

  it('warns below ten minutes and stops at the reserve, with room left to make the lesson whole', () => {
    const at = (leftMs: number, filmedBytes = 0) =>
      diskLeft({
        freeBytes: diskReserveBytes + filmedBytes + 2 * bytesOf(leftMs),
        filmedBytes,
        bitsPerSecond,
      }).verdict;
    expect([at(10 * minute), at(10 * minute - 1), at(1), at(0)]).toEqual(['enough', 'warn', 'warn', 'stop']);
    expect(at(0, bytesOf(minute))).toBe('stop');
    expect(diskLeft({ freeBytes: 0, filmedBytes: 0, bitsPerSecond })).toEqual({ leftMs: 0, verdict: 'stop' });
  });

  it('fits a lesson of a known length, and of an unknown one when ten minutes do', () => {
    expect(fits(45 * minute, 45 * minute)).toBe(true);
    expect(fits(44 * minute, 45 * minute)).toBe(false);
    expect([fits(10 * minute, null), fits(9 * minute, null)]).toEqual([true, false]);
  });

  it('never promises more than a recording can last', () => {
    const freeBytes = Number.MAX_SAFE_INTEGER;
    expect(diskLeft({ freeBytes, filmedBytes: 0, bitsPerSecond: 16_000 }).leftMs).toBe(48 * 60 * minute);
  });
});

describe('containers', () => {
  it.each([
    ['video/x-matroska;codecs=avc1,opus', '.mkv'],
    ['video/mp4; codecs="avc1.640028,mp4a.40.2"', '.mp4'],
    ['VIDEO/WEBM;codecs=vp9', '.webm'],
    ['audio/webm;codecs=opus', '.webm'],
    ['audio/mp4', '.mp4'],
    ['video/quicktime', null],
    ['video/avi', null],
    ['constructor/video', null],
  ])('%s is kept as %s', (mimeType, ending) => {
    expect(crashSafeEnding(mimeType)).toBe(ending);
  });
});

describe('a moment of a segment', () => {
  it('moves with its segment, and stays on the last frame that was kept', () => {
    const placed = { startMs: 60_000, lengthMs: 10_000 };
    expect(momentOf(placed, 0)).toBe(60_000);
    expect(momentOf(placed, 2500)).toBe(62_500);
    expect(momentOf(placed, 12_000)).toBe(69_999);
    expect(momentOf({ startMs: 5, lengthMs: 0 }, 80)).toBe(5);
  });
});

describe('time that passed', () => {
  const at = (running: number, sinceBoot: number) => ({ running, sinceBoot });
  it('is that of the clock which runs, to the millisecond', () => {
    expect(between(at(1000, 50_000), at(3345.6, 52_340))).toBe(2346);
  });
  it('has sleep in it, which only the clock since boot counted', () => {
    expect(between(at(1000, 50_000), at(3000, 652_000))).toBe(602_000);
  });
  it('is never negative', () => {
    expect(between(at(3000, 50_000), at(1000, 49_000))).toBe(0);
  });
});
