import type { AllHandlers } from '../ipc/register.ts';
import type { Services } from '../services.ts';

/**
 * The library may be away at start-up (a removed drive) or come back later: each call tries to open it again, so
 * that «Opnieuw proberen» on the page is all it takes.
 */
export interface LibraryDoor {
  handlers(): Promise<AllHandlers>;
  /** The open services; undefined while the library could not be opened. */
  current(): Services | undefined;
  close(): Promise<void>;
}

/** @param open opens the library; its AppError reaches the page as the answer of the call that asked. */
export function createLibraryDoor(open: () => Promise<Services>): LibraryDoor {
  let services: Services | undefined;
  let opening: Promise<Services> | undefined;
  const opened = async (): Promise<Services> => {
    if (services) return services;
    opening ??= open().finally(() => {
      opening = undefined;
    });
    services = await opening;
    return services;
  };
  return {
    handlers: async () => (await opened()).handlers,
    current: () => services,
    close: async () => {
      await opening?.catch(() => undefined);
      await services?.close();
    },
  };
}
