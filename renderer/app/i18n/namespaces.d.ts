import type { ErrorCode } from '../../../shared/contract/errors.ts';
import type app from '../../../resources/locales/nl/app.json';
import type avp from '../../../resources/locales/nl/avp.json';
import type cases from '../../../resources/locales/nl/cases.json';
import type common from '../../../resources/locales/nl/common.json';
import type filming from '../../../resources/locales/nl/filming.json';
import type fragments from '../../../resources/locales/nl/fragments.json';
import type home from '../../../resources/locales/nl/home.json';
import type imports from '../../../resources/locales/nl/imports.json';
import type jobs from '../../../resources/locales/nl/jobs.json';
import type observations from '../../../resources/locales/nl/observations.json';
import type people from '../../../resources/locales/nl/people.json';
import type player from '../../../resources/locales/nl/player.json';
import type privacy from '../../../resources/locales/nl/privacy.json';
import type recordings from '../../../resources/locales/nl/recordings.json';
import type search from '../../../resources/locales/nl/search.json';
import type settings from '../../../resources/locales/nl/settings.json';
import type timeline from '../../../resources/locales/nl/timeline.json';

// Another namespace: its Dutch file above (that is the type) and its name below.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
  }
  interface ResourceNamespaceMap {
    errors: Readonly<Record<ErrorCode, string>>;
    app: typeof app;
    avp: typeof avp;
    cases: typeof cases;
    common: typeof common;
    filming: typeof filming;
    fragments: typeof fragments;
    home: typeof home;
    imports: typeof imports;
    jobs: typeof jobs;
    observations: typeof observations;
    people: typeof people;
    player: typeof player;
    privacy: typeof privacy;
    recordings: typeof recordings;
    search: typeof search;
    settings: typeof settings;
    timeline: typeof timeline;
  }
}
