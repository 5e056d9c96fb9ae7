import { z } from 'zod';
import { procedure } from './procedure.ts';
import { done, id, moment, nothing } from './values.ts';

export const language = z.enum(['nl', 'en']);
/** What the player does from the first keystroke of an observation until it is kept. */
export const whileTyping = z.enum(['play-on', 'pause', 'replay-3s']);

export const settings = z.object({
  language,
  theme: z.enum(['system', 'light', 'dark']),
  whileTyping,
  /** Gain for soft children's voices, in decibel. */
  volumeBoostDb: z.number().min(0).max(24),
  bigMode: z.boolean(),
  /** Who sits behind the laptop: author of what is noted now. */
  currentPersonId: id.nullable(),
});
export type Settings = z.infer<typeof settings>;

export const binaryReport = z.object({
  tool: z.enum(['ffmpeg', 'ffprobe']),
  path: z.string(),
  origin: z.enum(['chosen', 'bundled', 'installed']),
  version: z.string(),
  /** Copyright year the program prints of itself: its age. */
  year: z.int().nullable(),
});

/** What start-up found and mended; shown once on the home screen. */
export const startUpReport = z.object({
  interruptedJobs: z.int(),
  sweptParts: z.int(),
  orphans: z.int(),
  backupAt: moment.nullable(),
});

export type StartUpReport = z.infer<typeof startUpReport>;

export const settingsContract = {
  get: procedure(nothing, settings),
  update: procedure(settings.partial(), settings),
  diagnostics: procedure(
    nothing,
    z.object({
      appVersion: z.string(),
      libraryFreeBytes: z.number().nullable(),
      binaries: z.array(binaryReport),
    }),
  ),
  startUpReport: procedure(nothing, startUpReport),
  showLibraryFolder: procedure(nothing, done),
};
