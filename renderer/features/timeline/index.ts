export { formatLength, formatTime } from './format-time.ts';
export type { TimelineMark } from './Marks.tsx';
export type { PlayheadPort } from './playhead-port.ts';
export type { MarkedRange } from './RangeHandles.tsx';
export type { Span } from './Spans.tsx';
export { Timeline } from './Timeline.tsx';
export { usePlayhead } from './use-playhead.ts';
