import { createCallStripe } from './call-stripe.ts';
import { checkOrigins } from './check-origins.ts';
import { checkPermissions } from './check-permissions.ts';
import { checkRedis } from './check-redis.ts';
import { checkSettings } from './check-settings.ts';
import { checkStripe } from './check-stripe.ts';
import { checkWebhook } from './check-webhook.ts';
import type { Check, Examined, Finding, Patient } from './finding.ts';
import { probeSigner } from './probe-signer.ts';

const AT_STRIPE: [string, Check][] = [
  ['permissions', checkPermissions],
  ['webhook', checkWebhook],
];
const HERE: [string, Check][] = [
  ['origins', checkOrigins],
  ['redis', checkRedis],
  ['probe', probeSigner],
];

/** Looks at everything that can be looked at; what stands on something broken is left out. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const { findings, options } = checkSettings(patient);
  if (options === null) return findings;
  const examined = { ...patient, options, callStripe: createCallStripe(patient.ask, options) };
  const stripe = await tried(['stripe', checkStripe], examined);
  const isReached = stripe.every(({ check, verdict }) => check !== 'stripe' || verdict === 'ok');
  const rest = await Promise.all(
    [...(isReached ? AT_STRIPE : []), ...HERE].map((one) => tried(one, examined)),
  );
  return [...findings, ...stripe, ...rest.flat()];
}

/** A check that breaks has found something too. What broke may quote a secret: it is not shown. */
async function tried([name, check]: [string, Check], patient: Examined): Promise<Finding[]> {
  try {
    return await check(patient);
  } catch {
    const text = name === 'stripe' ? 'Stripe does not answer' : 'this could not be looked at';
    const advice = 'Is the address right, and may this machine reach it?';
    return [{ check: name, verdict: 'problem', text, advice }];
  }
}
