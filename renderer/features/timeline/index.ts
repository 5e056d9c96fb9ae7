export { formatLength, formatTime } from './format-time.ts';
export type { PlayheadPort } from './playhead-port.ts';
export type { MarkedRange } from './RangeHandles.tsx';
export { Timeline } from './Timeline.tsx';
export { usePlayhead } from './use-playhead.ts';
