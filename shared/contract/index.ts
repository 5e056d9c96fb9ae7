import type { z } from 'zod';
import { avpContract } from './avp.ts';
import { bookmarksContract } from './bookmarks.ts';
import { casesContract } from './cases.ts';
import { filmingContract } from './filming.ts';
import { fragmentsContract } from './fragments.ts';
import { importsContract } from './imports.ts';
import { jobsContract } from './jobs.ts';
import { observationsContract } from './observations.ts';
import { peopleContract } from './people.ts';
import { privacyContract } from './privacy.ts';
import { recordingsContract } from './recordings.ts';
import { searchContract } from './search.ts';
import { settingsContract } from './settings.ts';
import { stillsContract } from './stills.ts';

/** Every call between page and main process: noun → procedure. The channel is `<noun>.<procedure>`. */
export const contract = {
  settings: settingsContract,
  people: peopleContract,
  imports: importsContract,
  recordings: recordingsContract,
  fragments: fragmentsContract,
  observations: observationsContract,
  cases: casesContract,
  avp: avpContract,
  jobs: jobsContract,
  search: searchContract,
  stills: stillsContract,
  filming: filmingContract,
  bookmarks: bookmarksContract,
  privacy: privacyContract,
};

export type Contract = typeof contract;
export type Noun = keyof Contract;
export type ProcedureName<N extends Noun> = Extract<keyof Contract[N], string>;
type Schemas<N extends Noun, P extends ProcedureName<N>> = Contract[N][P] extends {
  input: infer I;
  output: infer O;
}
  ? { input: I; output: O }
  : never;
/** What the caller hands in (before defaults are filled). */
export type Input<N extends Noun, P extends ProcedureName<N>> = z.input<
  Extract<Schemas<N, P>['input'], z.ZodType>
>;
/** What the handler gets (defaults filled, checked). */
export type Parsed<N extends Noun, P extends ProcedureName<N>> = z.output<
  Extract<Schemas<N, P>['input'], z.ZodType>
>;
export type Output<N extends Noun, P extends ProcedureName<N>> = z.output<
  Extract<Schemas<N, P>['output'], z.ZodType>
>;

/** The handlers of one noun, each typed by its procedure. */
export type Handlers<N extends Noun> = {
  readonly [P in ProcedureName<N>]: (input: Parsed<N, P>) => Output<N, P> | Promise<Output<N, P>>;
};
