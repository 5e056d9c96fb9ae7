import type { ErrorCode } from '../../../shared/contract/errors.ts';

// Another feature adds its namespace here: one line, the Dutch file is the type.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
  }
  interface ResourceNamespaceMap {
    errors: Readonly<Record<ErrorCode, string>>;
    avp: typeof import('../../../resources/locales/nl/avp.json');
    cases: typeof import('../../../resources/locales/nl/cases.json');
    common: typeof import('../../../resources/locales/nl/common.json');
    player: typeof import('../../../resources/locales/nl/player.json');
    timeline: typeof import('../../../resources/locales/nl/timeline.json');
    fragments: typeof import('../../../resources/locales/nl/fragments.json');
    observations: typeof import('../../../resources/locales/nl/observations.json');
  }
}
