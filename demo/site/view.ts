import { isShopLanguage, type ShopLanguage } from './words.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Somebody whom the shop knows, with the Stripe customer id that the shop keeps for them. */
export interface ShopCustomer {
  key: string;
  name: string;
  customerId: string;
  /** What the demo shows with them. */
  story: string;
}

/** What the address of a page asks for: who is logged in, and how the page looks. */
export interface View {
  customer: ShopCustomer;
  language: ShopLanguage;
  theme: Theme;
}

/**
 * Reads a view from the address. `as` stands in for logging in: a real shop takes the customer
 * from its own session and never from anything that the browser sends.
 * @returns null if there is no such customer
 */
export function readView(
  query: Partial<Record<string, string>>,
  customers: readonly ShopCustomer[],
): View | null {
  const customer = query.as ? customers.find(({ key }) => key === query.as) : customers[0];
  if (!customer) return null;
  return {
    customer,
    language: isShopLanguage(query.lang) ? query.lang : 'en',
    theme: THEMES.find((theme) => theme === query.theme) ?? 'auto',
  };
}

/** The address of `path` with the view in it, short where the view is the usual one. */
export function addressOf(path: string, view: View): string {
  const query = new URLSearchParams({ as: view.customer.key });
  if (view.language !== 'en') query.set('lang', view.language);
  if (view.theme !== 'auto') query.set('theme', view.theme);
  return `${path}?${query.toString()}`;
}
