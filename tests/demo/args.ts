import { parseArgs } from 'node:util';
import { AppError } from '../../shared/contract/errors.ts';

export interface DemoRequest {
  /** File to bring in; null for the sample lesson. */
  readonly input: string | null;
  readonly fromMs: number;
  readonly toMs: number;
  readonly out: string;
}

/** Reads `--input FILE --from T --to T --out DIR`. @throws AppError `invalid-input`, `range-empty`. */
export function demoRequest(argv: readonly string[]): DemoRequest {
  const { values } = parse(argv);
  const fromMs = momentMs(values.from ?? '12.4', 'from');
  const toMs = momentMs(values.to ?? '33.8', 'to');
  if (toMs <= fromMs) throw new AppError('range-empty');
  return { input: values.input ?? null, fromMs, toMs, out: values.out ?? 'demo-output' };
}

/** A moment as people write it: `12.4` (seconds), `1:02.5`, `1:01:02`. In ms. */
export function momentMs(text: string, field: string): number {
  const match = /^(?:(?:(\d{1,3}):)?(\d{1,2}):)?(\d{1,6}(?:[.,]\d{1,6})?)$/.exec(text.trim());
  if (!match) throw new AppError('invalid-input', { field });
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'))) * 1000;
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...argv], options: { input: text, from: text, to: text, out: text } });
  } catch (cause) {
    throw new AppError('invalid-input', { field: 'arguments' }, { cause });
  }
}
