/** The built portal server before a simulator, and the calls that a browser makes. */
import { expiringHash } from '../snippets/hmac/node/portico-hash.mjs';
import { send } from './load.mjs';
import { start } from './processes.mjs';

export const SECRET = 'prt_test_Zm9yLXRoZS1iZW5jaC1vbmx5LW5vdC1hLXNlY3JldC0';
export const ORIGIN = 'https://shop.example';

export function startPortal(stripeUrl, environment = {}) {
  return start('dist/server/node.js', {
    STRIPE_SECRET_KEY: 'sk_test_simulator',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_simulator',
    STRIPE_API_BASE: stripeUrl,
    STRIPE_WEBHOOK_SECRET: 'whsec_forTheBenchOnly',
    PORTICO_SECRET: SECRET,
    PORTICO_ALLOWED_ORIGINS: ORIGIN,
    // What is measured is this server, not its patience with Stripe (measures/restart.mjs is that).
    PORTICO_STRIPE_CALLS_PER_SECOND: '9999',
    ...environment,
  });
}

export function sessionCall(
  portal,
  customerId,
  hash = expiringHash(SECRET, 'customer', customerId),
) {
  return {
    url: `${portal.url}/v1/sessions`,
    method: 'POST',
    headers: { origin: ORIGIN, 'content-type': 'text/plain' },
    body: JSON.stringify({ customerId, hash }),
  };
}

export async function signIn(agent, portal, customerId) {
  const answer = await send(agent, sessionCall(portal, customerId), true);
  if (answer.status !== 201) throw new Error(`Sign-in: ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text).token;
}

export function overviewCall(portal, token) {
  return {
    url: `${portal.url}/v1/overview`,
    headers: { origin: ORIGIN, authorization: `Bearer ${token}` },
  };
}
