import { describe, expect, it } from 'vitest';
import { floorDb, judgeSound, readSound, toDb, type SoundReading } from '../../shared/domain/sound-level.ts';

const windows = (count: number, peakDb: number, rmsDb = peakDb - 12): SoundReading[] =>
  Array.from({ length: count }, () => ({ peakDb, rmsDb }));
const enough = 5000;

describe('the level of a microphone', () => {
  it('reads the loudest sample and the mean power', () => {
    const sine = Float32Array.from({ length: 4800 }, (_, at) => Math.sin((at / 48) * 2 * Math.PI) / 2);
    const { peakDb, rmsDb } = readSound(sine);
    expect(peakDb).toBeCloseTo(-6, 1);
    expect(rmsDb).toBeCloseTo(-9, 1);
    expect(readSound(new Float32Array(100)).peakDb).toBe(floorDb);
    expect(toDb(1)).toBe(0);
  });

  it('says nothing before it has listened for two seconds', () => {
    expect(judgeSound(windows(10, -80), 1000)).toBe('listening');
  });

  it('says silent when not even a room is heard', () => {
    expect(judgeSound(windows(50, -80), enough)).toBe('silent');
    expect(judgeSound(windows(50, -55), enough)).not.toBe('silent');
  });

  it('says too soft when nobody at the back will be understood', () => {
    expect(judgeSound(windows(50, -38, -50), enough)).toBe('too-soft');
  });

  it('is content with words between pauses', () => {
    expect(judgeSound([...windows(42, -55, -65), ...windows(8, -14, -26)], enough)).toBe('good');
  });

  it('says clipping for a gain that is too high, not for one slammed door', () => {
    expect(judgeSound([...windows(48, -12), ...windows(2, 0)], enough)).toBe('good');
    expect(judgeSound([...windows(40, -12), ...windows(10, 0)], enough)).toBe('clipping');
  });
});
