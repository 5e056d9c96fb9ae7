export { DrawingLayer } from './DrawingLayer.tsx';
export { DrawingTools } from './DrawingTools.tsx';
export { NoteDrawing, useShownDrawing } from './NoteDrawing.tsx';
export type { Tool } from './shapes.ts';
