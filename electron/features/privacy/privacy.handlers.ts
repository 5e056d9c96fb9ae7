import type { Handlers } from '../../../shared/contract/index.ts';
import type { PrivacyService } from './privacy.service.ts';

export function privacyHandlers(privacy: PrivacyService): Handlers<'privacy'> {
  return {
    groups: () => privacy.groups(),
    addGroup: ({ name }) => privacy.addGroup(name),
    updateGroup: (input) => privacy.updateGroup(input),
    removeGroup: ({ id }) => {
      privacy.removeGroup(id);
      return { ok: true };
    },
    restoreGroup: ({ id }) => privacy.restoreGroup(id),
    addDoNotFilm: (input) => privacy.addDoNotFilm(input),
    removeDoNotFilm: ({ id }) => privacy.removeDoNotFilm(id),
  };
}
