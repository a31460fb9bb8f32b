import type { SessionRequest } from '../../contract/api.ts';
import type { PortalContext, ServerContext } from '../context.ts';
import { DEFAULT_PORTAL } from '../portal-file.ts';
import { ProblemError } from '../problem.ts';
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
  'right-but-upper-case': 'The hash is right, but it must be in lower case.',
  'right-but-with-white-space': 'The hash is right, but there is white space around it.',
  'right-but-base64': 'The hash is right, but it must be hex, not base64.',
  'right-but-newline-was-signed':
    'The hash is of the id and a line break. Use `printf %s` in place of `echo`.',
};

export interface SignedIn {
  portal: PortalContext;
  customerId: string;
}

/**
 * The customer that a site's backend vouches for. Every refusal looks the same from outside;
 * Stripe is asked only after the hash has been found good.
 */
export async function signIn(server: ServerContext, request: SessionRequest): Promise<SignedIn> {
  const portal = server.portals.get(request.portal ?? DEFAULT_PORTAL);
  if (!portal) throw refused(server, 'There is no portal of this name.');
  const identity = identityOf(request);
  if (!identity) {
    throw refused(server, 'Send either customerId (cus_…) or email, and nothing around it.');
  }
  const verdict = await portal.hashes.verify(identity, request.hash);
  if (!verdict.ok) throw refused(server, ADVICE[verdict.refusal]);
  const customerId =
    identity.type === 'customer'
      ? identity.id
      : await server.cache.customerId(identity.id, () =>
          server.account.findCustomerByEmail(identity.id),
        );
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

function refused({ log }: ServerContext, advice: string): ProblemError {
  log('warn', 'sign-in refused', { advice });
  return new ProblemError('invalid-identity');
}
