import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../renderer/ui/tokens/tokens.css'), 'utf8');

/** The colours of one theme; dark says only what differs. */
function colours(theme: 'light' | 'dark'): (name: string) => string {
  const [light = '', dark = ''] = css.split(":root[data-theme='dark']");
  const found = new Map(
    [...light.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
  if (theme === 'dark')
    for (const [, name, value] of dark.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)) found.set(name, value);
  return (name) => {
    const value = found.get(name);
    if (value === undefined) throw new Error(`tokens.css has no colour --${name}`);
    return value;
  };
}

/** Contrast of two colours as WCAG 2.2 counts it: 1 to 21. */
function contrast(one: string, other: string): number {
  const light = (hex: string): number =>
    [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
  const [high = 0, low = 0] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const of = colours(theme);

  it.each(['paper', 'surface', 'sunken'])('reads as body text on %s (AAA, 7:1)', (ground) => {
    expect(contrast(of('text'), of(ground))).toBeGreaterThanOrEqual(7);
    expect(contrast(of('text-soft'), of(ground))).toBeGreaterThanOrEqual(7);
  });

  it.each(['accent', 'caution', 'observation', 'question', 'tip', 'filming'])(
    'reads in %s (AA, 4.5:1)',
    (ink) => {
      for (const ground of ['paper', 'surface', 'sunken', 'hover'])
        expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('reads on its own buttons and soft grounds', () => {
    expect(contrast(of('on-accent'), of('accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('on-accent'), of('accent-hover'))).toBeGreaterThanOrEqual(4.5);
    for (const kind of ['accent', 'caution', 'observation', 'question', 'tip'])
      expect(contrast(of(kind), of(`${kind}-soft`))).toBeGreaterThanOrEqual(4.5);
  });

  it('shows where a control begins (3:1)', () => {
    for (const ground of ['paper', 'surface', 'sunken', 'hover'])
      expect(contrast(of('line-strong'), of(ground))).toBeGreaterThanOrEqual(3);
  });
});
