import {
  callsByEndpoint,
  createCustomers,
  createPlan,
  openAccount,
  slowDown,
} from '../account.mjs';
import { openConnections, openLoop, percentile } from '../load.mjs';
import { overviewCall, signIn, startPortal } from '../portal.mjs';
import { start } from '../processes.mjs';

const CUSTOMERS = 2_000;
const VIEWS_PER_SECOND = 500;
const SECONDS = 40;
/** A minute's cache shows in 40 s what 240 s would in three; the rate is then scaled. */
const CACHE_SECONDS = 60;
const SHIPPED_CACHE_SECONDS = 240;

/** A whole site's customers, at random, with the cache that webhooks keep true. */
export async function* measureCrowd() {
  const stripe = await start('dist/demo/simulator.js', { SIMULATOR_CONTROL: '1' });
  const portal = await startPortal(stripe.url, { PORTICO_CACHE_SECONDS: String(CACHE_SECONDS) });
  const account = openAccount(stripe.url);
  const price = await createPlan(account);
  const customers = await createCustomers(account, { count: CUSTOMERS, price });
  await slowDown(account, [100, 160]);
  const agent = openConnections(32);
  const tokens = [];
  // Arrivals spread over a minute, so that what is kept does not end all at once.
  for (let begun = 0; begun < customers.length; begun += 32) {
    const some = customers.slice(begun, begun + 32);
    tokens.push(...(await Promise.all(some.map((one) => signIn(agent, portal, one)))));
  }
  await account.control('DELETE', '/requests');
  const { answers, failures } = await openLoop({
    perSecond: VIEWS_PER_SECOND,
    seconds: SECONDS,
    nextCall: () => overviewCall(portal, tokens[Math.floor(Math.random() * tokens.length)] ?? ''),
  });
  const { counts } = await callsByEndpoint(account);
  const ms = answers.map((one) => one.ms);
  const most = Math.max(0, ...counts.values()) / SECONDS;
  const scaled = CUSTOMERS / (SHIPPED_CACHE_SECONDS + CUSTOMERS / VIEWS_PER_SECOND);
  const bad = failures.length + answers.filter(({ status }) => status !== 200).length;
  yield `${VIEWS_PER_SECOND} warm views/s over ${CUSTOMERS} customers: p95 ${percentile(ms, 0.95).toFixed(1)} ms, p99 ${percentile(ms, 0.99).toFixed(1)} ms, ${bad} failed; ${most.toFixed(1)} Stripe calls/s on the busiest endpoint with ${CACHE_SECONDS} s kept (with ${SHIPPED_CACHE_SECONDS} s as shipped: ${scaled.toFixed(1)} by the rule N / (T + N/R))`;
  agent.destroy();
  for (const server of [stripe, portal]) await server.stop();
}
