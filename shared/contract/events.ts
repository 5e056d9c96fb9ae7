import { z } from 'zod';
import { filmingNotice } from './filming.ts';
import { job } from './jobs.ts';
import { settings } from './settings.ts';

export const entity = z.enum([
  'settings',
  'people',
  'recordings',
  'fragments',
  'observations',
  'cases',
  'avp',
  'jobs',
  'volumes',
  'filming',
  'bookmarks',
  'privacy',
]);
export type Entity = z.infer<typeof entity>;

/** What main tells the page unasked. */
export const events = {
  /** After a committed write; the page's queries of that entity are asked again. */
  dataChanged: z.object({ entity, ids: z.array(z.string()) }),
  jobProgress: job,
  settingsChanged: settings,
  filmingNotice,
};

export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>;
