/** What happens in the lesson, in seconds. Picture and sound are both made from this one list. */
export const lessonSeconds = 76;
export const framesPerSecond = 25;

export type PupilId = 'noor' | 'sam' | 'lina' | 'bo' | 'aya' | 'tim' | 'fleur';
export type Speaker = 'teacher' | PupilId;

export interface Line {
  readonly who: Speaker;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Rises at the end when it asks something. */
  readonly asks: boolean;
}

export const lines: readonly Line[] = [
  { who: 'teacher', from: 3.6, to: 5.6, text: 'Goedemorgen!', asks: false },
  { who: 'teacher', from: 10.8, to: 13.6, text: 'Hoe zou jij dit uitrekenen?', asks: true },
  { who: 'teacher', from: 22.6, to: 23.8, text: 'Sam?', asks: true },
  { who: 'sam', from: 24.4, to: 27.6, text: 'Eerst 3 × 10 …', asks: false },
  { who: 'teacher', from: 28.6, to: 30.6, text: 'Vertel eens verder?', asks: true },
  { who: 'sam', from: 31.2, to: 33.6, text: '… en dan 3 × 4!', asks: false },
  { who: 'teacher', from: 39.2, to: 42.4, text: 'Kan het ook anders? Overleg maar.', asks: true },
  { who: 'noor', from: 47.4, to: 50.2, text: '14 + 14 + 14!', asks: false },
  { who: 'teacher', from: 52.2, to: 54.4, text: 'Wat heb je al?', asks: true },
  { who: 'lina', from: 55.0, to: 57.6, text: 'Wij doen 2 × 14 en nog 14.', asks: false },
  { who: 'teacher', from: 66.6, to: 69.0, text: 'Wie wil iets laten zien?', asks: true },
  { who: 'aya', from: 72.0, to: 74.4, text: 'Juf, wij!', asks: false },
];

/** Hands in the air. Tim's waits long while the teacher stands with the other group: something to note. */
export const handsUp: readonly { readonly who: PupilId; readonly from: number; readonly to: number }[] = [
  { who: 'sam', from: 15.6, to: 24.0 },
  { who: 'aya', from: 17.4, to: 24.2 },
  { who: 'noor', from: 19.8, to: 24.4 },
  { who: 'tim', from: 50.6, to: 61.4 },
  { who: 'aya', from: 69.6, to: 75.6 },
  { who: 'lina', from: 70.4, to: 75.8 },
  { who: 'bo', from: 71.0, to: 75.9 },
];

/** Where pupils look: 0 to the board, −1 to the left, 1 to the right. Groups form at 43 seconds. */
export const groupWork = { from: 43, to: 64.6 } as const;

/** The teacher's feet on the floor: the way walked, as moments with a place. */
export const walk: readonly { readonly at: number; readonly x: number; readonly y: number }[] = [
  { at: 0, x: 1360, y: 470 },
  { at: 0.6, x: 1360, y: 470 },
  { at: 4.4, x: 940, y: 470 },
  { at: 5.8, x: 940, y: 470 },
  { at: 6.8, x: 846, y: 470 },
  { at: 9.6, x: 846, y: 470 },
  { at: 10.6, x: 915, y: 474 },
  { at: 33.8, x: 915, y: 474 },
  { at: 34.8, x: 850, y: 470 },
  { at: 38.2, x: 850, y: 470 },
  { at: 39.0, x: 900, y: 474 },
  { at: 44.4, x: 900, y: 474 },
  { at: 49.4, x: 330, y: 492 },
  { at: 51.0, x: 262, y: 510 },
  { at: 59.6, x: 262, y: 510 },
  { at: 61.0, x: 330, y: 492 },
  { at: 65.4, x: 890, y: 474 },
  { at: 77, x: 890, y: 474 },
];

/** Chalk on the board: which line is written when. */
export const writing = [
  { text: '3×14=?', from: 7.0, to: 9.4, x: 452, y: 132, size: 74 },
  { text: '3×10=30', from: 35.0, to: 36.5, x: 456, y: 226, size: 36 },
  { text: '3×4=12', from: 36.7, to: 38.0, x: 456, y: 276, size: 36 },
] as const;

/** School bell at the start, the little table bell that ends the group work. */
export const bells = [
  { at: 0.15, kind: 'school' },
  { at: 64.2, kind: 'table' },
] as const;
