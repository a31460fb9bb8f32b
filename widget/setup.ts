import type { SessionRequest } from '../contract/api.ts';

/** What the site owner sets on the element. */
export interface Setup {
  api: string | null;
  customerId: string | null;
  email: string | null;
  hash: string | null;
  portal: string | null;
}

/** What the site owner forgot, or must not do. */
export type SetupFault = 'api' | 'hash' | 'customer' | 'secret';

export interface SignIn {
  api: string;
  identity: SessionRequest;
}

/** Keys of Stripe and secrets of portals: whoever reads a page's source reads them too. */
const SECRET = /(?:[sr]k|prt)_(?:test|live)_|whsec_/;

/** Where to sign in and with what; or what is missing for it. */
export function readSetup(setup: Setup & Pick<Element, 'attributes'>): SignIn | SetupFault {
  const given = [...setup.attributes].map(({ value }) => value);
  const set = [setup.api, setup.customerId, setup.email, setup.hash, setup.portal];
  if ([...given, ...set].some((value) => SECRET.test(value ?? ''))) return 'secret';
  const { api, customerId, email, hash, portal } = setup;
  if (!api) return 'api';
  if (Boolean(customerId) === Boolean(email)) return 'customer';
  if (!hash) return 'hash';
  const who = customerId ? { customerId } : { email: email ?? '' };
  return { api, identity: { ...who, hash, ...(portal ? { portal } : {}) } };
}
