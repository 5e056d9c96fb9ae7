export { DrawingLayer } from './DrawingLayer.tsx';
export { DrawingTools } from './DrawingTools.tsx';
export type { Tool } from './shapes.ts';
