import { filmingSetup, type FilmingSetup } from '../../../shared/contract/filming.ts';
import type { Broadcast } from '../../ipc/broadcast.ts';

/** Values by name, as the settings keep them. */
interface Kept {
  all(): Record<string, unknown>;
  save(values: Readonly<Record<string, unknown>>): void;
}

const key = 'filmingSetup';

const atFirst: FilmingSetup = {
  cameraId: null,
  microphoneId: null,
  pictures: {},
  grid: false,
  soundOnTrouble: true,
  countdownS: 3,
  darkScreen: false,
};

type Change = Partial<{ [K in keyof FilmingSetup]: FilmingSetup[K] | undefined }>;

/** How the laptop was set up last time, so that the next lesson begins with one key. */
export function createFilmingSetupService({ kept, broadcast }: { kept: Kept; broadcast: Broadcast }) {
  const get = (): FilmingSetup => {
    const known = filmingSetup.partial().safeParse(kept.all()[key]);
    return filmingSetup.parse({ ...atFirst, ...(known.success ? known.data : {}) });
  };
  return {
    get,
    keep(change: Change): FilmingSetup {
      const chosen = Object.entries(change).filter(([, value]) => value !== undefined);
      const now = filmingSetup.parse({ ...get(), ...Object.fromEntries(chosen) });
      kept.save({ [key]: now });
      broadcast.changed('filming');
      return now;
    },
  };
}

export type FilmingSetupService = ReturnType<typeof createFilmingSetupService>;
