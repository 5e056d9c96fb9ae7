import type { z } from 'zod';
import type { FilmingNotice, filmingContract } from '../../../../shared/contract/filming.ts';
import { call } from '../../../api/client.ts';
import { onEvent } from '../../../api/events.ts';

type Filming = typeof filmingContract;
type Used = 'start' | 'openSegment' | 'append' | 'closeSegment' | 'pause' | 'resume' | 'flag' | 'stop';

/** The calls to main that filming makes. */
export type FilmingMain = {
  readonly [P in Used]: (input: z.input<Filming[P]['input']>) => Promise<z.output<Filming[P]['output']>>;
} & {
  /** @returns how to stop hearing. */
  onNotice(heard: (notice: FilmingNotice) => void): () => void;
};

export const filmingMain: FilmingMain = {
  start: (input) => call('filming', 'start', input),
  openSegment: (input) => call('filming', 'openSegment', input),
  append: (input) => call('filming', 'append', input),
  closeSegment: (input) => call('filming', 'closeSegment', input),
  pause: (input) => call('filming', 'pause', input),
  resume: (input) => call('filming', 'resume', input),
  flag: (input) => call('filming', 'flag', input),
  stop: (input) => call('filming', 'stop', input),
  onNotice: (heard) => onEvent('filmingNotice', heard),
};
