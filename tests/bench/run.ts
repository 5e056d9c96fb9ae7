import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './bench.ts';

/**
 * `npm run bench [-- part of a name]`: runs every `*.bench.ts` of this folder one after the other, prints what each
 * measured against what was promised, and exits 1 when a promise is broken. `--long` runs the `*.long.ts` instead: what
 * can only be measured in the time it takes. Ratios, not seconds: both sides of each are
 * measured in the same run on the same machine.
 */
const asked = process.argv.slice(2);
const ending = asked.includes('--long') ? '.long.ts' : '.bench.ts';
const wanted = asked.find((word) => !word.startsWith('--')) ?? '';
const files = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith(ending) && file.includes(wanted))
  .sort();
let broken = 0;
const rows: string[][] = [];
for (const file of files) {
  const { default: bench } = (await import(join(import.meta.dirname, file))) as { default: Bench };
  const tmp = await mkdtemp(join(tmpdir(), 'drieluik-bench-'));
  try {
    console.log(`… ${bench.name}`);
    const { ratio, detail } = await bench.run({ tmp, log: (line) => console.log(`  ${line}`) });
    const kept = ratio <= bench.limit;
    if (!kept) broken += 1;
    rows.push([
      kept ? 'kept' : 'BROKEN',
      bench.name,
      `${ratio.toFixed(2)} ≤ ${bench.limit}`,
      bench.promise,
      Object.entries(detail)
        .map(([what, value]) => `${what} ${typeof value === 'number' ? Number(value.toFixed(2)) : value}`)
        .join(' · '),
    ]);
  } catch (error) {
    broken += 1;
    rows.push(['FAILED', bench.name, '', bench.promise, String(error)]);
  } finally {
    await rm(tmp, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
for (const [verdict, name, ratio, promise, detail] of rows) {
  console.log(`\n${verdict}  ${name}  ${ratio}\n  promised: ${promise}\n  measured: ${detail}`);
}
console.log(`\n${rows.length - broken} kept, ${broken} broken`);
process.exitCode = broken === 0 && rows.length > 0 ? 0 : 1;
