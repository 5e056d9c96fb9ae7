import { lessonSeconds, lines, type Line } from '../script.ts';
import { drawPupil, drawTables, drawTeacher, seats, teacherAt } from './people.ts';
import { ease, hold } from './motion.ts';
import { definitions, drawRoom, ink } from './room.ts';
import { box, group, shape } from './svg.ts';

/** One picture of the lesson, 1280 × 720, as SVG. @param t seconds from the start. */
export function drawScene(t: number): string {
  // Only at the end: the first picture is what one sees when the lesson is opened.
  const curtain = ease(t, lessonSeconds - 0.8, lessonSeconds);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720" width="1280" height="720">${[
    definitions(),
    drawRoom(t),
    drawTeacher(t),
    ...seats.map((seat, place) => drawPupil(seat, place, t)),
    drawTables(),
    ...lines.map((line) => drawBubble(line, t)),
    curtain > 0 ? box(0, 0, 1280, 720, '#241b16', 0, { opacity: curtain }) : '',
  ].join('')}</svg>`;
}

function drawBubble(line: Line, t: number): string {
  const seen = hold(t, line.from, line.to, 0.2, 0.2);
  if (seen === 0) return '';
  const seat = seats.find((one) => one.id === line.who);
  const teacher = teacherAt(line.from + 0.3);
  const mouth = seat ? { x: seat.x, y: seat.y - 110 } : { x: teacher.x, y: teacher.y - 236 };
  const wide = line.text.length * 15 + 48;
  const x = Math.min(1280 - wide - 16, Math.max(16, mouth.x - wide / 2));
  const y = Math.max(14, mouth.y - 84);
  const point = Math.min(x + wide - 30, Math.max(x + 30, mouth.x));
  return group(
    { opacity: seen },
    shape(`M${point - 12} ${y + 52} L${mouth.x} ${y + 76} L${point + 12} ${y + 52}Z`, '#fffdf6', {
      stroke: ink,
      'stroke-width': 2.5,
    }),
    box(x, y, wide, 54, '#fffdf6', 27, { stroke: ink, 'stroke-width': 2.5 }),
    shape(`M${point - 10.5} ${y + 50} h21 v5 h-21Z`, '#fffdf6'),
    `<text x="${x + wide / 2}" y="${y + 36}" text-anchor="middle" font-family="Source Sans 3, sans-serif" font-weight="600" font-size="27" fill="${ink}">${line.text}</text>`,
  );
}
