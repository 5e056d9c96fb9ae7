import { answered } from './answered.ts';
import { setCheckHandler, setRequestHandler } from './permissions.ts';
import { protocol } from './protocol.ts';

/** The one session: one profile of Chromium. */
export const defaultSession = answered('session.defaultSession', {
  protocol,
  setPermissionRequestHandler: setRequestHandler,
  setPermissionCheckHandler: setCheckHandler,
  setSpellCheckerEnabled: () => undefined,
});

export const session = answered('session', { defaultSession });
