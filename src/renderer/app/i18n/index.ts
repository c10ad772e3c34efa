import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { resources } from './types.ts';

export type Language = 'en' | 'ro';
type Area = Record<string, unknown>;

const files: Record<string, { default: Area }> = import.meta.glob('./{en,ro}/*.json', { eager: true });

function areasOf(language: Language): Record<string, Area> {
  const areas: Record<string, Area> = {};
  for (const [path, file] of Object.entries(files)) {
    const match = /^\.\/(\w+)\/(.+)\.json$/.exec(path);
    if (match?.[1] === language && match[2] !== undefined) areas[match[2]] = file.default;
  }
  return areas;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: { app: resources };
  }
}

export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: false,
  defaultNS: 'app',
  ns: ['app'],
  initAsync: false,
  resources: { en: { app: areasOf('en') }, ro: { app: areasOf('ro') } },
  interpolation: { escapeValue: false },
  // A missing text is a fault of ours: loud while developing, the bare key in a package.
  saveMissing: import.meta.env.DEV,
  missingKeyHandler: (languages, _namespace, key) => {
    throw new Error(`no text for ${key} in ${languages.join(', ')}`);
  },
});

/** Switches the language of every text, and the page's `lang`. */
export function setLanguage(language: Language): void {
  document.documentElement.lang = language;
  if (i18n.language !== language) void i18n.changeLanguage(language);
}
