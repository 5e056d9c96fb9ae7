type Attributes = Readonly<Record<string, string | number>>;

/** One SVG element; numbers are rounded so that frames stay small. */
export function tag(name: string, attributes: Attributes, ...inside: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => `${key}="${typeof value === 'number' ? Math.round(value * 100) / 100 : value}"`)
    .join(' ');
  return inside.length > 0 ? `<${name} ${written}>${inside.join('')}</${name}>` : `<${name} ${written}/>`;
}

export const group = (attributes: Attributes, ...inside: readonly string[]): string =>
  tag('g', attributes, ...inside);

export const box = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  rx = 0,
  more: Attributes = {},
): string => tag('rect', { x, y, width, height, fill, rx, ...more });

export const round = (
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  fill: string,
  more: Attributes = {},
): string => tag('ellipse', { cx, cy, rx, ry, fill, ...more });

export const shape = (d: string, fill: string, more: Attributes = {}): string =>
  tag('path', { d, fill, ...more });

/** A thick line with round ends: arms, legs, chalk. */
export const stroke = (d: string, colour: string, width: number, more: Attributes = {}): string =>
  tag('path', {
    d,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...more,
  });
