import type { Output } from '../../../shared/contract/index.ts';
import {
  settings as settingsSchema,
  type StartUpReport,
  type Settings,
} from '../../../shared/contract/settings.ts';
import type { Broadcast } from '../../ipc/broadcast.ts';
import type { SettingsRepo } from './settings.repo.ts';

export interface SettingsDependencies {
  readonly repo: SettingsRepo;
  readonly broadcast: Broadcast;
  /** The system's language, e.g. `en-GB`; Dutch unless it is English. */
  readonly systemLocale: string;
  readonly diagnostics: () => Promise<Output<'settings', 'diagnostics'>>;
  readonly startUpReport: () => Promise<StartUpReport>;
  readonly showLibraryFolder: () => Promise<void>;
}

/** What a person chose, over defaults; and what the app can say of itself. */
export function createSettingsService(dependencies: SettingsDependencies) {
  const { repo, broadcast, systemLocale } = dependencies;
  const defaults: Settings = {
    language: systemLocale.toLowerCase().startsWith('en') ? 'en' : 'nl',
    theme: 'system',
    whileTyping: 'play-on',
    volumeBoostDb: 0,
    bigMode: false,
    currentPersonId: null,
  };
  const get = (): Settings => {
    // A value that a later version no longer knows falls back, alone: it takes no other choice with it.
    const chosen = Object.entries(repo.all()).filter(
      ([key, value]) => value !== undefined && settingsSchema.partial().safeParse({ [key]: value }).success,
    );
    return settingsSchema.parse({ ...defaults, ...Object.fromEntries(chosen) });
  };
  return {
    get,
    update(change: Partial<{ [K in keyof Settings]: Settings[K] | undefined }>): Settings {
      repo.save(definedOnly(change));
      const now = get();
      broadcast.send('settingsChanged', now);
      broadcast.changed('settings');
      // Which recordings are listed depends on who is here.
      if (change.currentPersonId !== undefined) broadcast.changed('recordings');
      return now;
    },
    diagnostics: dependencies.diagnostics,
    startUpReport: dependencies.startUpReport,
    showLibraryFolder: dependencies.showLibraryFolder,
  };
}

export type SettingsService = ReturnType<typeof createSettingsService>;

function definedOnly(values: Partial<{ [K in keyof Settings]: Settings[K] | undefined }>): Partial<Settings> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
