import {
  callsByEndpoint,
  createCustomers,
  createPlan,
  openAccount,
  slowDown,
} from '../account.mjs';
import { openLoop, percentile } from '../load.mjs';
import { sessionCall, startPortal } from '../portal.mjs';
import { start } from '../processes.mjs';

const CUSTOMERS = 600;
const VIEWS_PER_SECOND = 100;
const SECONDS = 6;

/**
 * Nothing is kept after a restart, and everybody comes at once: what Stripe is asked, and who is
 * served; beside a server that asks as fast as it can. Stripe's limits are in force.
 */
export async function* measureRestart() {
  const paced = await measure({ PORTICO_STRIPE_CALLS_PER_SECOND: '20' });
  const unpaced = await measure({});
  yield `${VIEWS_PER_SECOND} cold views/s after a restart: ${told(paced)}; without a pace ${told(unpaced)}`;
}

async function measure(environment) {
  const stripe = await start('dist/demo/simulator.js', { SIMULATOR_CONTROL: '1' });
  const account = openAccount(stripe.url);
  const price = await createPlan(account);
  const customers = await createCustomers(account, { count: CUSTOMERS, price });
  const portal = await startPortal(stripe.url, environment);
  await slowDown(account, [100, 160]);
  await account.control('POST', '/limits', { on: true });
  await account.control('DELETE', '/requests');
  const begun = performance.now();
  const { answers } = await openLoop({
    perSecond: VIEWS_PER_SECOND,
    seconds: SECONDS,
    nextCall: (index) => sessionCall(portal, customers[index] ?? ''),
  });
  const seconds = (performance.now() - begun) / 1000;
  const { counts } = await callsByEndpoint(account);
  for (const server of [stripe, portal]) await server.stop();
  const served = answers.filter(({ status }) => status === 201).map(({ ms }) => ms);
  return { perSecond: Math.max(0, ...counts.values()) / seconds, served };
}

function told({ perSecond, served }) {
  const [p50, p95] = [0.5, 0.95].map((share) => Math.round(percentile(served, share)));
  return `${perSecond.toFixed(1)} Stripe calls/s on the busiest endpoint, ${served.length} of ${CUSTOMERS} served in ${p50} ms (p95 ${p95} ms)`;
}
