import type { SessionRequest } from '../../contract/api.ts';
import type { PortalContext, ServerContext } from '../context.ts';
import { DEFAULT_PORTAL } from '../portal-file.ts';
import type { Asker } from '../limits/limits.ts';
import { ProblemError } from '../problem.ts';
import { findNearMiss, NEAR_MISSES } from './near-miss.ts';
import { isCustomerId, isEmail, type Identity } from './identity.ts';
import type { HashRefusal } from './signature.ts';

/** Advice for the site owner's log. Whoever calls is told nothing. */
const ADVICE: Record<HashRefusal, string> = {
  malformed: 'The hash is neither 64 lower-case hex digits nor v1.<expires>.<64 hex>.',
  'wrong-hash':
    'The hash is not of this id with this secret. Is it over exactly the id that the page sends, with the secret of this portal, and HMAC-SHA256?',
  expired: 'The hash has expired. Make it when the page is rendered, and do not cache that page.',
  'expires-too-far-ahead': 'The hash expires more than 24 hours ahead. Is `expires` in seconds?',
  'plain-not-accepted': 'The hash is right, but this portal takes only expiring ones.',
  'expiring-not-accepted': 'The hash is right, but this portal takes only plain ones.',
};

export interface SignedIn {
  portal: PortalContext;
  customerId: string;
}

/** What a sign-in asks of a running server. */
export interface SignInContext extends Pick<ServerContext, 'limits'> {
  portals: ReadonlyMap<string, PortalContext>;
  cache: Pick<ServerContext['cache'], 'customerId'>;
  account: Pick<ServerContext['account'], 'findCustomerByEmail'>;
}

/**
 * The customer that a site's backend vouches for. Every refusal looks the same from outside;
 * Stripe is asked only after the hash has been found good, and only a bad one is ever limited.
 */
export async function signIn(
  server: SignInContext,
  request: SessionRequest,
  { ip }: Asker,
): Promise<SignedIn> {
  const refuse = (advice: () => Promise<string> | string): Promise<never> =>
    server.limits.within(['failed-sign-in'], { ip, subject: subjectOf(request) }, async () => {
      throw new ProblemError('invalid-identity', { advice: await advice() });
    });
  const portal = server.portals.get(request.portal ?? DEFAULT_PORTAL);
  if (!portal) return refuse(() => 'There is no portal of this name.');
  const identity = identityOf(request);
  if (!identity) return refuse(() => explainIdentity(portal, request));
  const verdict = await portal.hashes.verify(identity, request.hash);
  if (!verdict.ok) return refuse(() => explainHash(portal, identity, request, verdict.refusal));
  const customerId =
    identity.type === 'customer'
      ? identity.id
      : await server.cache.customerId(identity.id, () =>
          server.account.findCustomerByEmail(identity.id),
        );
  if (customerId === null) throw new ProblemError('customer-not-found');
  return { portal, customerId };
}

function identityOf({ customerId, email }: SessionRequest): Identity | null {
  if (customerId !== undefined) {
    return email === undefined && isCustomerId(customerId)
      ? { type: 'customer', id: customerId }
      : null;
  }
  return email !== undefined && isEmail(email) ? { type: 'email', id: email } : null;
}

/** What a caller claims to be, whether or not it could be anything. */
function subjectOf({ customerId, email }: SessionRequest): string {
  return `${customerId ?? ''} ${email ?? ''}`;
}

async function explainHash(
  { secrets }: PortalContext,
  identity: Identity,
  { hash }: SessionRequest,
  refusal: HashRefusal,
): Promise<string> {
  if (refusal !== 'malformed' && refusal !== 'wrong-hash') return ADVICE[refusal];
  const slip = await findNearMiss(secrets, { identity, hash });
  return slip ? NEAR_MISSES[slip] : ADVICE[refusal];
}

async function explainIdentity(
  { secrets }: PortalContext,
  { customerId, email, hash }: SessionRequest,
): Promise<string> {
  const usual = 'Send either customerId (cus_…) or email, and nothing around it.';
  if (customerId !== undefined && email !== undefined) {
    const identity: Identity = { type: 'customer', id: customerId };
    const beside: Identity = { type: 'email', id: email };
    const slip = await findNearMiss(secrets, { identity, hash, beside });
    return slip === 'other-id-signed' ? NEAR_MISSES[slip] : usual;
  }
  if (customerId !== undefined && isEmail(customerId)) {
    return 'customerId holds an email address. Send it as email.';
  }
  if (email !== undefined && isCustomerId(email)) {
    return 'email holds a Stripe customer id. Send it as customerId.';
  }
  const id = customerId ?? email ?? '';
  if (id.trim() === '') return 'The id is empty. Is nobody logged in on that page?';
  return id === id.trim() ? usual : 'There is white space around the id. Send and sign it without.';
}
