import { createInstance, type i18n, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Settings } from '../../../shared/contract/settings.ts';
import { pseudoTranslated } from './pseudo.ts';

export type Language = Settings['language'];

/** One file per language and noun; a new file is found by itself, its keys are typed in `namespaces.d.ts`. */
const files = import.meta.glob<ResourceLanguage>('../../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
});

/** Set by tests; the address cannot carry it, since navigating away is denied. */
const pseudoPlace = 'drieluik.locale';

/** Starts i18next with every language bundled. The pseudo-locale makes whatever is not translated stand out. */
export async function startI18n(language: Language): Promise<i18n> {
  const pseudo = localStorage.getItem(pseudoPlace) === 'pseudo';
  const words = createInstance().use(initReactI18next);
  if (pseudo) words.use(pseudoTranslated);
  await words.init({
    lng: language,
    fallbackLng: 'nl',
    defaultNS: 'common',
    resources: resources(),
    interpolation: { escapeValue: false },
    returnNull: false,
    ...(pseudo ? { postProcess: [pseudoTranslated.name] } : {}),
  });
  document.documentElement.lang = language;
  words.on('languageChanged', (chosen) => {
    document.documentElement.lang = chosen;
  });
  return words;
}

function resources(): Record<string, ResourceLanguage> {
  const found: Record<string, Record<string, ResourceLanguage>> = {};
  for (const [path, content] of Object.entries(files)) {
    const [, language = '', namespace = ''] = /([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
    found[language] = { ...found[language], [namespace]: content };
  }
  return found;
}
