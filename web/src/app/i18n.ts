import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import app from '@/locales/en/app.json';
import enums from '@/locales/en/enums.json';
import problems from '@/locales/en/problems.json';

const common = { ...app, ...enums, ...problems };

/** Every text there is; those of an area come with the pages that need them, through the modules in src/locales. */
export type Strings = typeof common &
  typeof import('@/locales/en/models.json') &
  typeof import('@/locales/en/governance.json') &
  typeof import('@/locales/en/audit.json') &
  typeof import('@/locales/en/dashboard.json') &
  typeof import('@/locales/en/admin.json') &
  typeof import('@/locales/en/pages.json');

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Strings };
    returnNull: false;
  }
}

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  // Permissions have a colon in their names; there are no namespaces.
  nsSeparator: false,
  resources: { en: { translation: common } },
  // React escapes what it renders.
  interpolation: { escapeValue: false },
  returnNull: false,
});

export function addStrings(strings: object) {
  i18next.addResourceBundle('en', 'translation', strings, true, true);
}

export default i18next;
