import type { SessionRequest } from '../contract/api.ts';
import type { Failure } from './failure.ts';
import type { SetupFault } from './portal-state.ts';

/** What the site owner sets on the element. */
export interface Setup {
  api: string | null;
  customerId: string | null;
  email: string | null;
  hash: string | null;
  portal: string | null;
}

/** Where to sign in and with what; or what is missing for it. */
export function readSetup(setup: Setup): { api: string; identity: SessionRequest } | SetupFault {
  const { api, customerId, email, hash, portal } = setup;
  if (!api) return 'api';
  if (Boolean(customerId) === Boolean(email)) return 'customer';
  if (!hash) return 'hash';
  const who = customerId ? { customerId } : { email: email ?? '' };
  return { api, identity: { ...who, hash, ...(portal ? { portal } : {}) } };
}

/** Who to sign in as at any later moment: a page may set a fresh hash before the old one has run out. */
export function identityOf(setup: Setup, first: SessionRequest): () => SessionRequest {
  return () => {
    const now = readSetup(setup);
    return typeof now === 'string' ? first : now.identity;
  };
}

/** Frameworks often set attributes one by one: only what is still missing a moment later counts. */
export function warnOwnerLater(fault: SetupFault, delayMs: number, isOver: () => boolean): void {
  setTimeout(() => {
    if (!isOver()) warnOwner(fault);
  }, delayMs);
}

/** Tells the developer, in the console, what the customer can do nothing about. */
export function warnOwner(fault: SetupFault | Failure): void {
  const text = typeof fault === 'string' ? `set the attribute ${NAMES[fault]}` : detailOf(fault);
  // oxlint-disable-next-line no-console -- for the site owner, and only while something is not set up
  if (text) console.warn(`<billing-portal>: ${text}`);
}

const NAMES: Record<SetupFault, string> = {
  api: 'api',
  hash: 'hash',
  customer: 'customer-id or email, one of them',
};

function detailOf(failure: Failure): string | null {
  if (failure.kind !== 'problem') return null;
  const { code, title, detail = '' } = failure.problem;
  return code === 'invalid-identity' || code === 'origin-not-allowed'
    ? `${title}. ${detail}`
    : null;
}
