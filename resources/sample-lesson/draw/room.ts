import { drawChalk } from './chalk.ts';
import { box, group, round, shape, stroke, tag } from './svg.ts';

export const floorLine = 432;
export const ink = '#4a3b32';

/** Gradients used by the whole picture. */
export function definitions(): string {
  const gradient = (id: string, top: string, bottom: string): string =>
    `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>`;
  return tag(
    'defs',
    {},
    gradient('wall', '#f6e7cb', '#efd9b4'),
    gradient('floor', '#c99a68', '#b07f51'),
    gradient('board', '#35584c', '#2b4a41'),
    gradient('sky', '#a9d3e6', '#e2f1ee'),
    `<linearGradient id="sun" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff6d8" stop-opacity=".55"/><stop offset="1" stop-color="#fff6d8" stop-opacity="0"/></linearGradient>`,
  );
}

function windowWithTree(t: number): string {
  const sway = Math.sin(t * 0.8) * 3;
  const cloud = 60 + ((t * 3) % 300);
  return group(
    {},
    box(52, 78, 260, 268, '#fdf8ec', 6),
    `<clipPath id="glass"><rect x="64" y="90" width="236" height="244"/></clipPath>`,
    group(
      { 'clip-path': 'url(#glass)' },
      box(64, 90, 236, 244, 'url(#sky)'),
      round(cloud, 132, 34, 12, '#ffffff', { opacity: 0.8 }),
      round(cloud + 22, 124, 22, 12, '#ffffff', { opacity: 0.8 }),
      shape('M64 300 Q150 270 300 296 L300 340 L64 340Z', '#9dbb86'),
      box(206, 236, 12, 74, '#8a6647'),
      round(212 + sway, 214, 48, 44, '#7fa36b'),
      round(184 + sway * 1.3, 236, 30, 26, '#8db177'),
      round(240 + sway * 1.2, 232, 30, 28, '#739a63'),
      box(88, 262, 62, 50, '#d9a283'),
      shape('M80 264 L119 232 L158 264Z', '#b5654d'),
      box(110, 282, 18, 30, '#8a6647'),
    ),
    box(177, 84, 9, 256, '#fdf8ec'),
    box(58, 208, 248, 9, '#fdf8ec'),
    box(42, 342, 280, 13, '#e6cfa6', 4),
    // A plant and a jar of pencils on the sill.
    shape('M76 342 l6 -26 h22 l6 26Z', '#c56f4b'),
    stroke(
      `M92 318 q${-16 + sway} -20 -26 -22 M94 318 q${2 + sway} -26 2 -40 M95 318 q${14 + sway} -18 28 -20`,
      '#5f8a5a',
      6,
    ),
    box(272, 320, 20, 22, '#6d8fa3', 3),
    stroke('M277 320 l-3 -16 M282 320 l1 -20 M287 320 l5 -15', '#d89b3c', 3),
  );
}

function clock(t: number): string {
  const hand = (turn: number, length: number, width: number, colour: string): string =>
    stroke(`M958 124 L${958 + Math.sin(turn) * length} ${124 - Math.cos(turn) * length}`, colour, width);
  const turn = Math.PI * 2;
  const ticks = Array.from({ length: 12 }, (_, hour) => {
    const angle = (hour / 12) * turn;
    const at = (radius: number): string =>
      `${958 + Math.sin(angle) * radius} ${124 - Math.cos(angle) * radius}`;
    return stroke(`M${at(25)} L${at(28)}`, ink, 2);
  });
  return group(
    {},
    round(958, 124, 37, 37, '#b5654d'),
    round(958, 124, 32, 32, '#fffaf0'),
    ...ticks,
    hand(((8 + 45 / 60) / 12) * turn, 16, 5, ink),
    hand(((45 + t / 60) / 60) * turn, 23, 3.4, ink),
    hand((Math.floor(t) / 60) * turn, 25, 1.8, '#b5402f'),
    round(958, 124, 3, 3, ink),
  );
}

function wallThings(): string {
  const flags = Array.from({ length: 15 }, (_, index) => {
    const x = 330 + index * 42;
    const y = 34 + Math.sin((index / 14) * Math.PI) * 22;
    const colour = ['#d97b52', '#e3b04b', '#6d9a8b', '#7d92b5'][index % 4] ?? '#d97b52';
    return shape(`M${x} ${y} l30 1 l-15 26Z`, colour);
  });
  const drawing = (x: number, y: number, back: string, inside: string): string =>
    group({}, box(x, y, 58, 70, back, 3), box(x + 24, y - 4, 10, 10, '#d9675b', 5), inside);
  return group(
    {},
    stroke('M322 30 Q624 82 968 30', '#a58a66', 2),
    ...flags,
    drawing(
      1016,
      96,
      '#fffaf0',
      round(1045, 136, 16, 16, '#f0c24b') +
        stroke('M1045 112 v-4 M1045 164 v-4 M1021 136 h4 M1069 136 h-4', '#f0c24b', 4),
    ),
    drawing(
      1090,
      84,
      '#fffaf0',
      shape('M1102 140 l17 -26 l17 26Z', '#b5654d') + box(1106, 138, 26, 12, '#e8c89a'),
    ),
    drawing(1164, 98, '#fffaf0', round(1193, 128, 15, 12, '#7fa36b') + box(1190, 138, 6, 22, '#8a6647')),
    // Low cupboard with books, globe and a box of sand timers.
    box(1010, 300, 236, 140, '#d7b283', 5),
    box(1020, 312, 104, 58, '#b98f61', 3),
    box(1132, 312, 104, 58, '#b98f61', 3),
    box(1020, 380, 216, 52, '#c9a072', 3),
    ...['#6d8fa3', '#d97b52', '#e3b04b', '#6d9a8b', '#8c6a8a', '#b5654d'].map((colour, index) =>
      box(1026 + index * 15, 322 + (index % 3) * 5, 12, 48 - (index % 3) * 5, colour, 2),
    ),
    ...['#e3b04b', '#7d92b5', '#d97b52', '#7fa36b'].map((colour, index) =>
      box(1140 + index * 15, 326 + (index % 2) * 6, 12, 44 - (index % 2) * 6, colour, 2),
    ),
    round(1200, 346, 18, 18, '#c9d8c2'),
    round(1064, 262, 31, 31, '#7fb0c4'),
    shape(
      'M1050 244 q14 -8 20 4 q-2 14 -14 12 q-10 -4 -6 -16Z M1072 264 q14 -2 12 10 q-8 12 -16 2Z',
      '#8db177',
    ),
    stroke('M1064 294 v6 M1046 300 h36', '#8a6647', 5),
    shape('M1160 300 h48 v-8 h-48Z', '#8a6647'),
    shape('M1168 292 h32 q0 -18 -14 -24 q14 -6 14 -24 h-32 q0 18 14 24 q-14 6 -14 24Z', '#fdf3dc', {
      stroke: '#c9a072',
      'stroke-width': 2,
    }),
    shape('M1174 292 h20 q-2 -10 -10 -12 q-8 2 -10 12Z', '#e3b04b'),
  );
}

/** Everything behind the people: wall, window, board, clock, cupboard, floor. */
export function drawRoom(t: number): string {
  return group(
    {},
    box(0, 0, 1280, floorLine, 'url(#wall)'),
    box(0, floorLine, 1280, 720 - floorLine, 'url(#floor)'),
    ...Array.from({ length: 7 }, (_, index) =>
      stroke(`M${-200 + index * 280} 720 L${260 + index * 127} ${floorLine}`, '#a87648', 2, {
        opacity: 0.35,
      }),
    ),
    box(0, floorLine - 12, 1280, 14, '#e0c496'),
    windowWithTree(t),
    wallThings(),
    box(398, 92, 478, 250, '#a97a4d', 8),
    box(410, 104, 454, 226, 'url(#board)', 3),
    shape('M410 104 h454 v40 q-240 50 -454 10Z', '#ffffff', { opacity: 0.035 }),
    drawChalk(t),
    box(420, 334, 434, 11, '#8a6239', 3),
    box(470, 328, 32, 7, '#f6f1e2', 3),
    box(760, 326, 46, 10, '#d97b52', 3),
    clock(t),
    shape('M64 90 L300 90 L700 720 L180 720Z', 'url(#sun)', { opacity: 0.5 }),
  );
}
