export { FragmentsPanel } from './FragmentsPanel.tsx';
export { useFragments } from './use-fragments.ts';
export { useMarks } from './use-marks.ts';
