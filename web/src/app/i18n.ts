import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import admin from '@/locales/en/admin.json';
import app from '@/locales/en/app.json';
import audit from '@/locales/en/audit.json';
import dashboard from '@/locales/en/dashboard.json';
import enums from '@/locales/en/enums.json';
import governance from '@/locales/en/governance.json';
import models from '@/locales/en/models.json';
import pages from '@/locales/en/pages.json';
import problems from '@/locales/en/problems.json';

export const english = {
  ...app,
  ...enums,
  ...problems,
  ...models,
  ...governance,
  ...audit,
  ...dashboard,
  ...admin,
  ...pages,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof english };
    returnNull: false;
  }
}

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: english } },
  // React escapes what it renders.
  interpolation: { escapeValue: false },
  returnNull: false,
});

export default i18next;
