import {
  callsByEndpoint,
  createCustomers,
  createPlan,
  openAccount,
  slowDown,
} from '../account.mjs';
import { openConnections, percentile, send } from '../load.mjs';
import { overviewCall, sessionCall, signIn, startPortal } from '../portal.mjs';
import { start } from '../processes.mjs';

const VIEWS = 300;

/** Many views of one customer at the same moment, none of them kept yet. */
export async function* measureStampede() {
  const stripe = await start('dist/demo/simulator.js', { SIMULATOR_CONTROL: '1' });
  const portal = await startPortal(stripe.url);
  const account = openAccount(stripe.url);
  const price = await createPlan(account);
  const [first = '', customer = ''] = await createCustomers(account, { count: 2, price });
  const agent = openConnections(VIEWS);
  await send(agent, sessionCall(portal, first));
  await slowDown(account, [100, 160]);
  await account.control('DELETE', '/requests');
  const alone = await send(agent, sessionCall(portal, first));
  const call = sessionCall(portal, customer);
  const answers = await Promise.all(Array.from({ length: VIEWS }, () => send(agent, call)));
  const asked = await callsByEndpoint(account);
  const p95 = percentile(
    answers.map(({ ms }) => ms),
    0.95,
  );
  yield `${VIEWS} views at once of one customer: ${asked.total} Stripe calls, p95 ${Math.round(p95)} ms (a kept view alone: ${alone.ms.toFixed(1)} ms)`;
  await signIn(agent, portal, customer).then((token) => send(agent, overviewCall(portal, token)));
  agent.destroy();
  for (const server of [stripe, portal]) await server.stop();
}
