import { cloneCodec } from './clone.ts';
import { mainWorld } from './main-world.ts';
import { preloadWorld, type PreloadWorldOptions } from './preload-world.ts';
import { worldBridge } from './world-bridge.ts';

/** Source for the page's own world. It must be registered before the preload's: it listens for what that exposes. */
export function mainWorldScript(secret: string): string {
  return `(${String(mainWorld)})(${String(cloneCodec)}, ${String(worldBridge)}, ${JSON.stringify(secret)});`;
}

/** Source for the isolated world, around the built preload (CommonJS text). */
export function preloadScript(options: PreloadWorldOptions, preload: string): string {
  const wrapped = `(require, module) => { const exports = module.exports;\n${preload}\n}`;
  return `(${String(preloadWorld)})(${String(cloneCodec)}, ${String(worldBridge)}, ${JSON.stringify(options)}, ${wrapped});`;
}
