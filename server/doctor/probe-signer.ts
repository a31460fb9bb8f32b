import { createHashVerifier } from '../auth/signature.ts';
import type { Check, Finding } from './finding.ts';

/** Nobody's: a hash of these opens nothing, but an endpoint that signs them signs anything. */
const STRANGER = 'cus_PorticoDoctorStranger';
const STRANGERS_EMAIL = 'stranger@portico-doctor.invalid';

/**
 * Asks the site's own endpoint, without any session, to sign for a stranger. One that takes the id
 * from the request gives anybody anybody's billing.
 */
export const probeSigner: Check = async ({ probeUrl, ask, options, now }) => {
  if (probeUrl === null) return [];
  const body = JSON.stringify({
    customerId: STRANGER,
    customer: STRANGER,
    id: STRANGER,
    email: STRANGERS_EMAIL,
  });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const tries = [
    { url: probeUrl, method: 'POST', headers, body },
    { url: withQuery(probeUrl), method: 'GET', headers, body: undefined },
  ];
  for (const one of tries) {
    const { text } = await ask({ ...one, timeoutMs: 10_000 });
    for (const [hash] of text.matchAll(/(?:v1\.\d{1,12}\.)?[0-9a-f]{64}/g)) {
      if (await isOfStranger(hash)) return [signs(one.method)];
    }
  }
  return [
    {
      check: 'probe',
      verdict: 'ok',
      text: 'without a session, the endpoint signed nothing for a stranger (that a signed-in user cannot ask for another, only your code can tell)',
    },
  ];

  async function isOfStranger(hash: string): Promise<boolean> {
    for (const { secrets } of options.portals.values()) {
      const verifier = createHashVerifier({ secrets, accepted: 'both', now });
      const verdicts = await Promise.all([
        verifier.verify({ type: 'customer', id: STRANGER }, hash),
        verifier.verify({ type: 'email', id: STRANGERS_EMAIL }, hash),
      ]);
      // Expired, or for too long: made with the right secret all the same.
      if (verdicts.some((one) => one.ok || one.refusal.startsWith('expire'))) return true;
    }
    return false;
  }
};

function signs(method: string): Finding {
  return {
    check: 'probe',
    verdict: 'problem',
    text: `the endpoint signs whatever id it is sent (${method}): anybody can open anybody’s billing`,
    advice: 'Sign only the id that belongs to the signed-in user of your own session.',
  };
}

function withQuery(url: string): string {
  const asked = new URL(url);
  asked.searchParams.set('customerId', STRANGER);
  asked.searchParams.set('email', STRANGERS_EMAIL);
  return asked.href;
}
