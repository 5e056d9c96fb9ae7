export { AvpPanel } from './AvpPanel.tsx';
export type { CitationDoor } from './AvpField.tsx';
