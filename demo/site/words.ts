/** The shop's own few words, so that the portal can be seen inside a page of each language. */
export interface ShopWords {
  /** The language's own name, for the switcher. */
  name: string;
  home: string;
  billing: string;
  intro: string;
}

export const WORDS = {
  en: {
    name: 'English',
    home: 'Home',
    billing: 'Billing',
    intro: 'Your plan, your payment methods and your invoices.',
  },
  de: {
    name: 'Deutsch',
    home: 'Start',
    billing: 'Abrechnung',
    intro: 'Ihr Tarif, Ihre Zahlungsmethoden und Ihre Rechnungen.',
  },
  fr: {
    name: 'Français',
    home: 'Accueil',
    billing: 'Facturation',
    intro: 'Votre offre, vos moyens de paiement et vos factures.',
  },
  es: {
    name: 'Español',
    home: 'Inicio',
    billing: 'Facturación',
    intro: 'Su plan, sus métodos de pago y sus facturas.',
  },
  'pt-BR': {
    name: 'Português (Brasil)',
    home: 'Início',
    billing: 'Cobrança',
    intro: 'Seu plano, suas formas de pagamento e suas faturas.',
  },
  it: {
    name: 'Italiano',
    home: 'Home',
    billing: 'Fatturazione',
    intro: 'Il suo piano, i metodi di pagamento e le fatture.',
  },
  nl: {
    name: 'Nederlands',
    home: 'Home',
    billing: 'Facturering',
    intro: 'Uw abonnement, uw betaalmethoden en uw facturen.',
  },
  pl: {
    name: 'Polski',
    home: 'Start',
    billing: 'Rozliczenia',
    intro: 'Twój plan, metody płatności i faktury.',
  },
  ja: {
    name: '日本語',
    home: 'ホーム',
    billing: 'お支払い',
    intro: 'ご利用中のプラン、お支払い方法、請求書をご確認いただけます。',
  },
  ar: {
    name: 'العربية',
    home: 'الرئيسية',
    billing: 'الفوترة',
    intro: 'خطتك وطرق الدفع والفواتير الخاصة بك.',
  },
} as const satisfies Record<string, ShopWords>;

export type ShopLanguage = keyof typeof WORDS;
export const LANGUAGES = Object.keys(WORDS).filter(isShopLanguage);

export function isShopLanguage(value: string | undefined): value is ShopLanguage {
  return value !== undefined && Object.hasOwn(WORDS, value);
}
