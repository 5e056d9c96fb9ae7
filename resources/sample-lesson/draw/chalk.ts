import { writing } from '../script.ts';
import { ease } from './motion.ts';
import { group, stroke } from './svg.ts';

/** Handwritten signs in a box of 60 × 100, as strokes in the order a hand makes them. */
const signs: Readonly<Record<string, { readonly wide: number; readonly d: string }>> = {
  '0': { wide: 62, d: 'M32 6 C4 8 2 94 30 95 C58 94 58 8 32 6' },
  '1': { wide: 40, d: 'M6 28 L24 6 L22 95' },
  '2': { wide: 62, d: 'M6 26 C12 0 54 0 50 32 C46 58 14 76 6 94 L56 92' },
  '3': { wide: 60, d: 'M8 12 C30 -2 56 10 46 32 C42 42 30 46 22 46 C44 44 58 58 50 78 C42 98 14 98 4 84' },
  '4': { wide: 64, d: 'M36 6 L6 64 L58 62 M42 40 L40 96' },
  '×': { wide: 62, d: 'M8 34 L50 80 M50 32 L8 82' },
  '=': { wide: 66, d: 'M8 44 L56 42 M8 68 L56 66' },
  '?': { wide: 54, d: 'M6 24 C10 0 50 2 46 30 C44 46 26 48 26 68 M26 90 L27 92' },
};

/** The end of the chalk line at moment `t` while something is written; null when nobody writes. */
export function chalkTip(t: number): { x: number; y: number } | null {
  const now = writing.find((line) => t >= line.from && t <= line.to);
  if (!now) return null;
  const done = (t - now.from) / (now.to - now.from);
  const scale = now.size / 100;
  const wide = [...now.text].reduce((sum, sign) => sum + (signs[sign]?.wide ?? 0) * scale, 0);
  return { x: now.x + wide * done, y: now.y + now.size * (0.5 + 0.4 * Math.sin(t * 19)) };
}

/** Everything on the board at moment `t`, drawn up to where the chalk is. */
export function drawChalk(t: number): string {
  return writing
    .filter((line) => t > line.from)
    .map((line) => {
      const scale = line.size / 100;
      const share = 1 / line.text.length;
      let x = line.x;
      const drawn = [...line.text].map((sign, index) => {
        const glyph = signs[sign];
        if (!glyph) throw new Error(`the chalk does not know how to write ${sign}`);
        const made = (t - line.from) / (line.to - line.from);
        const part = ease(made, share * index, share * (index + 1));
        const at = x;
        x += glyph.wide * scale;
        if (part === 0) return '';
        return group(
          { transform: `translate(${at} ${line.y}) scale(${scale})` },
          stroke(glyph.d, '#f6f1e2', 3.4 / Math.sqrt(scale) + 3, {
            pathLength: 1,
            'stroke-dasharray': `${part} 2`,
            opacity: 0.94,
          }),
        );
      });
      return drawn.join('');
    })
    .join('');
}
