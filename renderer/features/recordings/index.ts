export { RecordingStill } from './RecordingStill.tsx';
