export { GoesOnFilming } from './GoesOnFilming.tsx';
export { useIsFilming } from './use-is-filming.ts';
