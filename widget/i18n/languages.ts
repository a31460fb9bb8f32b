import { en } from './locales/en.ts';
import type { SupportedLocale } from './match.ts';
import type { Messages } from './messages.ts';

/** Where the words of each language are. In a file of its own: most pages never need it. */
export const LANGUAGES: Record<SupportedLocale, () => Promise<Messages>> = {
  en: async () => ({ ...en, ...(await import('./locales/en-flows.ts')).enFlows }),
  de: async () => (await import('./locales/de.ts')).de,
  fr: async () => (await import('./locales/fr.ts')).fr,
  es: async () => (await import('./locales/es.ts')).es,
  'pt-BR': async () => (await import('./locales/pt-BR.ts')).ptBR,
  it: async () => (await import('./locales/it.ts')).it,
  nl: async () => (await import('./locales/nl.ts')).nl,
  pl: async () => (await import('./locales/pl.ts')).pl,
  ja: async () => (await import('./locales/ja.ts')).ja,
  ar: async () => (await import('./locales/ar.ts')).ar,
};
