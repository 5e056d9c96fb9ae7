import { describe, expect, it } from 'vitest';
import { pseudo } from '../../../renderer/app/i18n/pseudo.ts';
import { formatBytes, formatDuration } from '../../../renderer/ui/format.ts';
import { initialsOf } from '../../../renderer/ui/initials.ts';

describe('what people read', () => {
  it('tells a size in the units of a camera', () => {
    expect(formatBytes(2_600_000, 'nl')).toBe('2,6 MB');
    expect(formatBytes(82_400_000_000, 'nl')).toBe('82 GB');
    expect(formatBytes(0, 'nl')).toBe('0 byte');
    expect(formatBytes(2_600_000, 'en')).toBe('2.6 MB');
  });

  it.each([
    [0, '0:00'],
    [42_400, '0:42'],
    [76_000, '1:16'],
    [3_753_000, '1:02:33'],
  ])('tells %i ms as %s', (ms, clock) => {
    expect(formatDuration(ms)).toBe(clock);
  });

  it.each([
    ['Samira de Wit', 'SW'],
    ['Joost', 'J'],
    ['anne van der meer', 'AM'],
    ['  ', ''],
  ])('shortens %j to %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('makes words strange and longer in the pseudo-locale', () => {
    expect(pseudo('Begin')).toBe('[Bëgïñ··]');
  });
});
