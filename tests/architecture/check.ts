import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** `npm run check`: everything a machine can say about the code without running it. All are run, also after a failure. */
const root = resolve(import.meta.dirname, '../..');
const bin = (name: string): string => resolve(root, 'node_modules', name);

const checks: readonly {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}[] = [
  ...['shared', 'electron', 'electron/tsconfig.preload.json', 'renderer', 'tests'].map((project) => ({
    name: `types of ${project}`,
    script: bin('typescript/bin/tsc'),
    args: ['-p', project],
  })),
  { name: 'lint', script: bin('oxlint/bin/oxlint'), args: ['--deny-warnings'] },
  { name: 'format', script: bin('prettier/bin/prettier.cjs'), args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'dead code', script: bin('knip/bin/knip.js'), args: [] },
  {
    name: 'boundaries',
    script: bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
    args: ['--config', '.dependency-cruiser.mjs', 'electron', 'renderer', 'shared'],
  },
  { name: 'duplication', script: bin('jscpd/bin/jscpd'), args: ['--config', '.jscpd.json'] },
  {
    name: 'untranslated strings',
    script: resolve(root, 'tests/architecture/untranslated.ts'),
    args: [],
  },
];

let failed = 0;
for (const check of checks) {
  const started = performance.now();
  const { code, output } = await run(check.script, check.args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)`);
  if (code !== 0) {
    failed += 1;
    console.log(output.trimEnd());
  }
}
console.log(failed === 0 ? 'Everything holds.' : `${failed} of ${checks.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;

function run(script: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1' },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}
