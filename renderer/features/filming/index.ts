export { GoesOnFilming } from './GoesOnFilming.tsx';
