export { DropAnywhere } from './DropAnywhere.tsx';
export { SampleLessonButton } from './SampleLessonButton.tsx';
