import type { Check, Examined, Finding } from './finding.ts';

/** Hashes and webhooks are refused at five minutes; a clock that is off by one is on its way. */
const MAX_CLOCK_ERROR_S = 60;

/** Whether Stripe answers and knows the keys, and whether the clock here is right. */
export const checkStripe: Check = async (patient) => {
  const { callStripe, now } = patient;
  const answer = await callStripe('GET', '/v1/products?limit=1');
  if (answer.status === 401) {
    return [problem('Stripe does not know STRIPE_SECRET_KEY', 'Copy it from the Dashboard again.')];
  }
  if (answer.status >= 500 || answer.status === 429) {
    return [problem(`Stripe answers ${answer.status}`, 'Try again in a minute.')];
  }
  return [
    { check: 'stripe', verdict: 'ok', text: 'Stripe answers and knows STRIPE_SECRET_KEY' },
    checkClock(answer.date, now()),
    await checkPublishableKey(patient),
  ];
};

function checkClock(stripesDate: number | null, now: number): Finding {
  if (stripesDate === null) {
    return { check: 'clock', verdict: 'warning', text: 'Stripe does not say what time it is' };
  }
  const error = Math.round(Math.abs(now - stripesDate));
  if (error <= MAX_CLOCK_ERROR_S) {
    return { check: 'clock', verdict: 'ok', text: 'the clock agrees with Stripe’s' };
  }
  return {
    check: 'clock',
    verdict: 'warning',
    text: `the clock is ${error} s ${now > stripesDate ? 'ahead of' : 'behind'} Stripe’s`,
    advice: 'Set it by NTP: hashes and webhooks are refused when it is five minutes off.',
  };
}

/**
 * A publishable key may look at a SetupIntent by its secret. One that does not exist is enough to
 * learn whether Stripe knows the key; whose it is, Stripe tells nobody.
 */
async function checkPublishableKey({ callStripe, options }: Examined): Promise<Finding> {
  const path = '/v1/setup_intents/seti_PorticoDoctor?client_secret=seti_PorticoDoctor_secret_none';
  const { status } = await callStripe('GET', path, options.stripePublishableKey);
  if (status === 401) {
    return problem('Stripe does not know STRIPE_PUBLISHABLE_KEY', 'Copy it from the Dashboard.');
  }
  return {
    check: 'stripe',
    verdict: 'ok',
    text: 'Stripe knows STRIPE_PUBLISHABLE_KEY (whether it is of the same account, only you can see)',
  };
}

function problem(text: string, advice: string): Finding {
  return { check: 'stripe', verdict: 'problem', text, advice };
}
