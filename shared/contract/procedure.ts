import type { z } from 'zod';

/** One call the page can make: what goes in and what comes out, both checked at run time. */
export interface Procedure<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I;
  readonly output: O;
}

/** Ties an input schema to an output schema; see `shared/contract/README.md` for adding one. */
export function procedure<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Procedure<I, O> {
  return { input, output };
}
