import { registerHooks } from 'node:module';

/** `node --import tests/stand-in/register.ts out/main/main.js`: from here on `import … from 'electron'` is answered here. */
const answer = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: answer, shortCircuit: true }
      : next(specifier, context),
});
