import { z } from 'zod';
import { procedure } from './procedure.ts';
import { id, ms } from './values.ts';

export const stillsContract = {
  /** Writes the picture at a moment, at full size, where the person says; null when they closed the picker. */
  saveAs: procedure(z.object({ recordingId: id, atMs: ms }), z.object({ name: z.string() }).nullable()),
};
