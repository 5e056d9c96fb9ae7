import { describe, expect, it } from 'vitest';
import { demoRequest, momentMs } from '../../demo/args.ts';

describe('what the demo is asked', () => {
  it.each([
    ['12.4', 12_400],
    ['1:02.5', 62_500],
    ['1:01:02', 3_662_000],
    ['0', 0],
    ['3,25', 3250],
  ])('reads %s as %d ms', (text, ms) => {
    expect(momentMs(text, 'from')).toBeCloseTo(ms, 6);
  });

  it.each(['', 'later', '-4', '1:2:3:4', '1e3', '∞'])('refuses «%s»', (text) => {
    expect(() => momentMs(text, 'from')).toThrow('invalid-input');
  });

  it('refuses an end before its begin, and words it does not know', () => {
    expect(() => demoRequest(['--from', '9', '--to', '3'])).toThrow('range-empty');
    expect(() => demoRequest(['--loud'])).toThrow('invalid-input');
  });
});
