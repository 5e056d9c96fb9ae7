import type { Handlers } from '../../../shared/contract/index.ts';
import type { SettingsService } from './settings.service.ts';

export function settingsHandlers(settings: SettingsService): Handlers<'settings'> {
  return {
    get: () => settings.get(),
    update: (change) => settings.update(change),
    diagnostics: () => settings.diagnostics(),
    startUpReport: () => settings.startUpReport(),
    showLibraryFolder: async () => {
      await settings.showLibraryFolder();
      return { ok: true };
    },
  };
}
