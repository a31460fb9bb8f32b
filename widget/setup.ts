import type { SessionRequest } from '../contract/api.ts';

/** What the site owner sets on the element. */
export interface Setup {
  api: string | null;
  customerId: string | null;
  email: string | null;
  hash: string | null;
  portal: string | null;
}

/** What the site owner forgot. */
export type SetupFault = 'api' | 'hash' | 'customer';

export interface SignIn {
  api: string;
  identity: SessionRequest;
}

/** Where to sign in and with what; or what is missing for it. */
export function readSetup(setup: Setup): SignIn | SetupFault {
  const { api, customerId, email, hash, portal } = setup;
  if (!api) return 'api';
  if (Boolean(customerId) === Boolean(email)) return 'customer';
  if (!hash) return 'hash';
  const who = customerId ? { customerId } : { email: email ?? '' };
  return { api, identity: { ...who, hash, ...(portal ? { portal } : {}) } };
}
