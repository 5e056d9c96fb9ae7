import { describe, expect, it } from 'vitest';
import { argumentsOf, fileUrl, input, output, seconds } from '../../../electron/media/ffmpeg/args.ts';
import { errorFromStderr } from '../../../electron/media/ffmpeg/errors.ts';
import { positionMs, progressOver } from '../../../electron/media/ffmpeg/progress.ts';

describe('what ffmpeg is told', () => {
  it('guards every input, and never asks before writing', () => {
    const args = argumentsOf({
      inputs: [input(fileUrl('-een: les.mts'), '-ss', seconds(1234.5)), input(fileUrl('b.wav'))],
      outputs: [output(fileUrl('-uit.mp4'), '-c', 'copy')],
    });
    expect(args.filter((arg) => arg === '-format_whitelist')).toHaveLength(2);
    expect(args.filter((arg) => arg === '-protocol_whitelist')).toHaveLength(2);
    expect(args.slice(args.indexOf('-ss'), args.indexOf('-ss') + 4)).toEqual([
      '-ss',
      '1.234500',
      '-i',
      'file:-een: les.mts',
    ]);
    expect(args).toContain('-y');
    expect(args.at(-1)).toBe('file:-uit.mp4');
  });

  it('writes small and large times without an exponent', () => {
    expect([0, 0.0001, 1 / 3, 86_400_000].map(seconds)).toEqual([
      '0.000000',
      '0.000000',
      '0.000333',
      '86400.000000',
    ]);
  });
});

describe('what ffmpeg says', () => {
  it.each([
    ['av_interleaved_write_frame(): No space left on device', 'disk-full'],
    ['les.mp4: Read-only file system', 'library-read-only'],
    ['[mov,mp4,m4a,3gp,3g2,mj2 @ 0x5] moov atom not found\nles.mp4: Invalid data found', 'file-truncated'],
    ["[concat @ 0x1] Format not on whitelist 'mov,mp4'\nles.mp4: Invalid argument", 'file-refers-elsewhere'],
    ["[png_pipe @ 0x1] Format not on whitelist 'mov,mp4'", 'file-not-video'],
    ['file:les.mp4: No such file or directory', 'source-vanished'],
    ['file:les.mp4: Permission denied', 'source-unreadable'],
    ['file:les.mp4: Input/output error', 'source-unreadable'],
    ['Output file #0 does not contain any stream', 'file-no-frames'],
    ['file:les.mp4: Invalid data found when processing input', 'file-damaged'],
    ['Something nobody has seen before', 'ffmpeg-failed'],
  ])('%s: %s', (stderr, code) => {
    expect(errorFromStderr(stderr).code).toBe(code);
  });

  it('tells where it is, in the last of its marks', () => {
    expect(positionMs('frame=1 time=00:00:01.50 x\rframe=2 time=01:02:03.25 x')).toBe(3_723_250);
    expect(positionMs('time=N/A')).toBeNull();
    expect(positionMs('time=-577014:32:22.77')).toBeNull();
    expect(positionMs('nothing')).toBeNull();
  });

  it('makes progress that never goes back and is not told too often', () => {
    let now = 0;
    const told: number[] = [];
    const hear = progressOver(
      10_000,
      (fraction) => told.push(fraction),
      () => now,
    );
    for (const [at, mark] of [
      [0, '00:00:01.00'],
      [50, '00:00:02.00'],
      [120, '00:00:03.00'],
      [300, '00:00:02.00'],
      [500, '00:00:20.00'],
    ] as const) {
      now = at;
      hear(`time=${mark}`);
    }
    expect(told).toEqual([0.1, 0.3, 1]);
  });
});
