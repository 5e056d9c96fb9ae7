import { groupWork, handsUp, lines, walk, type PupilId } from '../script.ts';
import { chalkTip } from './chalk.ts';
import { blink, chance, chatter, ease, hold, joint, mix, type Spot } from './motion.ts';
import { ink } from './room.ts';
import { box, group, round, shape, stroke } from './svg.ts';

const skins = ['#f0c8a4', '#c98f65', '#8d5b3e', '#f3d3b6', '#a87352', '#e9b98f', '#d8a47a'] as const;

export interface Seat {
  readonly id: PupilId;
  readonly x: number;
  readonly y: number;
  readonly hair: string;
  readonly shirt: string;
  readonly long: boolean;
}

/** Who sits where; nearer to us is lower and larger. */
export const seats: readonly Seat[] = [
  { id: 'noor', x: 150, y: 560, hair: '#3b2a22', shirt: '#c56f4b', long: true },
  { id: 'tim', x: 318, y: 566, hair: '#d9a84e', shirt: '#5f86a8', long: false },
  { id: 'sam', x: 560, y: 560, hair: '#2e2320', shirt: '#7fa36b', long: false },
  { id: 'lina', x: 724, y: 566, hair: '#8a4f2d', shirt: '#d89b3c', long: true },
  { id: 'bo', x: 960, y: 560, hair: '#5b4030', shirt: '#8c6a8a', long: false },
  { id: 'aya', x: 1100, y: 566, hair: '#241b19', shirt: '#c65f6a', long: true },
  { id: 'fleur', x: 1224, y: 562, hair: '#e2bd6f', shirt: '#6d9a8b', long: true },
];

/** Where the teacher stands at a moment, and how far into a step. */
export function teacherAt(t: number): Spot & { readonly step: number } {
  const next = walk.findIndex((point) => point.at > t);
  const to = walk[next < 0 ? walk.length - 1 : next];
  const from = walk[Math.max(0, next - 1)];
  if (!to || !from || to.at === from.at) return { x: to?.x ?? 0, y: to?.y ?? 0, step: 0 };
  const share = ease(t, from.at, to.at);
  const moving = from.x !== to.x && t < to.at;
  return { x: mix(from.x, to.x, share), y: mix(from.y, to.y, share), step: moving ? Math.sin(t * 9) : 0 };
}

/** The teacher, seen from the front, or from behind while writing. */
export function drawTeacher(t: number): string {
  const { x, y, step } = teacherAt(t);
  const tip = chalkTip(t);
  const scale = 0.92 + (y - 470) / 400;
  const talking = lines.find((line) => line.who === 'teacher' && t >= line.from && t <= line.to);
  const mouth = talking ? chatter(t, 1) : 0;
  const shoulder: Spot = { x: -34, y: -150 };
  const raised = talking && !tip ? hold(t, talking.from, talking.to) : 0;
  const reach: Spot = tip
    ? { x: (tip.x - x) / scale, y: (tip.y - y) / scale }
    : { x: mix(-44, -78, raised), y: mix(-62, -150, raised) };
  const arm = joint(shoulder, reach, tip ? 78 : 48, -1);
  const other = joint({ x: 34, y: -150 }, { x: mix(46, 70, raised), y: mix(-62, -112, raised) }, 48, 1);
  const sleeve = (a: Spot, middle: Spot, b: Spot): string =>
    stroke(`M${a.x} ${a.y} L${middle.x} ${middle.y} L${b.x} ${b.y}`, '#3f6f78', 24) +
    round(b.x, b.y, 11, 11, skins[0]);
  return group(
    { transform: `translate(${x} ${y}) scale(${scale})` },
    round(0, 4, 54, 10, '#5b3f28', { opacity: 0.22 }),
    stroke(`M-16 -40 L${-18 - step * 14} 0 M16 -40 L${18 + step * 14} 0`, '#3a4658', 24),
    shape('M-42 -160 Q0 -178 42 -160 L46 -50 Q0 -36 -46 -50Z', '#4c8690'),
    shape('M-12 -166 L0 -138 L12 -166Z', '#fbeedb'),
    tip ? '' : sleeve(shoulder, arm.middle, arm.end),
    sleeve({ x: 34, y: -150 }, other.middle, other.end),
    box(-10, -184, 20, 24, skins[0], 8),
    round(0, -206, 31, 34, skins[0]),
    tip
      ? round(0, -210, 34, 36, '#6b4632') + round(0, -238, 17, 15, '#6b4632')
      : shape('M-34 -202 Q-38 -246 0 -246 Q38 -246 34 -202 Q24 -228 0 -226 Q-24 -228 -34 -202Z', '#6b4632') +
          round(0, -246, 16, 13, '#6b4632') +
          round(-12, -206, 3.6, blink(t, 2) ? 0.6 : 4.2, ink) +
          round(12, -206, 3.6, blink(t, 2) ? 0.6 : 4.2, ink) +
          stroke('M-18 -216 q6 -4 11 -1 M18 -216 q-6 -4 -11 -1', '#6b4632', 2.4) +
          round(0, -188, 7 + mouth * 2, 1.6 + mouth * 5.5, '#a8493f'),
    tip ? sleeve(shoulder, arm.middle, arm.end) : '',
  );
}

/** A pupil at their place, seen from behind; in group work heads turn to one another. */
export function drawPupil(seat: Seat, place: number, t: number): string {
  const skin = skins[place % skins.length] ?? skins[0];
  const up = Math.max(
    0,
    ...handsUp.filter((hand) => hand.who === seat.id).map((hand) => hold(t, hand.from, hand.to)),
  );
  const grouped = hold(t, groupWork.from, groupWork.to, 1.2, 1.2);
  const turn = (place % 2 === 0 ? 1 : -1) * grouped * 10 + Math.sin(t * 0.7 + place * 2) * 2;
  const nod =
    Math.sin(t * (1.1 + chance(place) * 0.6) + place) * 1.6 + grouped * Math.sin(t * 3 + place * 1.7) * 2;
  const talking = lines.some((line) => line.who === seat.id && t >= line.from && t <= line.to);
  const lift = talking ? chatter(t, place) * 3 : 0;
  const hand: Spot = { x: mix(50, 58, up), y: mix(34, -150, up) + Math.sin(t * 6 + place) * 3 * up };
  const arm = joint({ x: 40, y: 0 }, hand, 82, 1);
  const head = group(
    { transform: `translate(${turn} ${nod - lift}) rotate(${turn * 0.5} 0 -40)` },
    box(-11, -34, 22, 26, skin, 8),
    round(-35, -62, 7, 10, skin),
    round(35, -62, 7, 10, skin),
    round(0, -64, 37, 40, skin),
    seat.long
      ? shape('M-40 -62 Q-44 -112 0 -112 Q44 -112 40 -62 L38 -14 Q0 0 -38 -14Z', seat.hair)
      : shape('M-40 -56 Q-44 -110 0 -110 Q44 -110 40 -56 Q32 -30 0 -28 Q-32 -30 -40 -56Z', seat.hair),
  );
  return group(
    { transform: `translate(${seat.x} ${seat.y})` },
    up > 0 ? '' : stroke(`M40 2 L52 40`, seat.shirt, 22),
    up > 0
      ? stroke(`M40 2 L${arm.middle.x} ${arm.middle.y} L${arm.end.x} ${arm.end.y}`, seat.shirt, 21) +
          round(arm.end.x, arm.end.y - 6, 11, 13, skin)
      : '',
    shape('M-58 92 Q-60 0 -24 -10 Q0 -16 24 -10 Q60 0 58 92Z', seat.shirt),
    head,
  );
}

/** The tables, in front of everybody. */
export function drawTables(): string {
  const table = (x: number, wide: number): string =>
    group(
      {},
      box(x, 640, wide, 22, '#e3bd8a', 6),
      box(x, 658, wide, 62, '#c99a68'),
      box(x + 40, 626, 66, 16, '#fffaf0', 2),
      stroke(`M${x + 120} 634 l46 -8`, '#d97b52', 6),
      box(x + wide - 110, 622, 60, 18, '#fffaf0', 2),
    );
  return table(60, 350) + table(470, 350) + table(880, 420);
}
