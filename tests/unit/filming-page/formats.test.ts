import { describe, expect, it } from 'vitest';
import { CaptureError } from '../../../renderer/features/filming/capture/capture.ts';
import {
  bitsFor,
  chooseFormat,
  recorderOptions,
} from '../../../renderer/features/filming/capture/formats.ts';
import { troubleOf } from '../../../renderer/features/filming/capture/open-devices.ts';

const fullHd = { width: 1920, height: 1080, frameRate: 30 };
const only =
  (...known: string[]) =>
  (type: string): boolean =>
    known.some((part) => type.includes(part)) && !type.includes('mp4a');

describe('what is written', () => {
  it('is H.264 in Matroska where the browser has it, with AAC where the platform has it', () => {
    expect(chooseFormat(fullHd, true, () => true).mimeType).toBe(
      'video/x-matroska;codecs=avc1.640028,mp4a.40.2',
    );
    expect(chooseFormat(fullHd, true, only('matroska', 'webm')).mimeType).toBe(
      'video/x-matroska;codecs=avc1.640028,opus',
    );
  });

  it('falls back to fragmented MP4, then to WebM', () => {
    expect(chooseFormat(fullHd, true, only('mp4', 'webm')).mimeType).toBe(
      'video/mp4;codecs=avc1.640028,opus',
    );
    expect(chooseFormat(fullHd, true, only('vp9', 'vp8')).mimeType).toBe('video/webm;codecs=vp9,opus');
    expect(chooseFormat(fullHd, true, only('vp8')).mimeType).toBe('video/webm;codecs=vp8,opus');
  });

  it('is sound alone, or picture alone, where that is all there is', () => {
    expect(chooseFormat(null, true, () => true).mimeType).toBe('audio/webm;codecs=opus');
    expect(chooseFormat(fullHd, false, () => true).mimeType).toBe('video/x-matroska;codecs=avc1.640028');
  });

  it('takes a level of H.264 that holds the picture', () => {
    expect(chooseFormat({ ...fullHd, frameRate: 60 }, true, () => true).mimeType).toContain('avc1.64002a');
    expect(chooseFormat({ width: 3840, height: 2160, frameRate: 30 }, true, () => true).mimeType).toContain(
      'avc1.640034',
    );
  });

  it('is nothing at all rather than a container that does not survive a crash', () => {
    expect(() => chooseFormat(fullHd, true, () => false)).toThrow(CaptureError);
  });

  it('spends about eight megabit a second on full HD and never more than it says', () => {
    expect(bitsFor(fullHd, true)).toBeGreaterThan(7_000_000);
    expect(bitsFor(fullHd, true)).toBeLessThan(9_000_000);
    const format = { ...chooseFormat(fullHd, true, () => true), inHardware: null };
    const { videoBitsPerSecond = 0, audioBitsPerSecond = 0 } = recorderOptions(format);
    expect(videoBitsPerSecond + audioBitsPerSecond).toBe(format.bitsPerSecond);
  });
});

describe('why a device does not open', () => {
  it('tells refusing from missing from in use', () => {
    expect(troubleOf(new DOMException('', 'NotAllowedError'))).toBe('refused');
    expect(troubleOf(new DOMException('', 'NotFoundError'))).toBe('none');
    expect(troubleOf(new DOMException('', 'NotReadableError'))).toBe('in-use');
    expect(troubleOf(new Error('else'))).toBe('unknown');
  });
});
