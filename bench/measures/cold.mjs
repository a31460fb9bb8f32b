import {
  callsByEndpoint,
  createCustomers,
  createPlan,
  openAccount,
  slowDown,
} from '../account.mjs';
import { median, openConnections, send } from '../load.mjs';
import { overviewCall, sessionCall, startPortal } from '../portal.mjs';
import { start } from '../processes.mjs';

const VIEWS = 20;
const LATENCY_MS = [100, 160];

/** What a first view costs at Stripe, beside one call of Stripe's; and what the next ones cost. */
export async function* measureCold() {
  const stripe = await start('dist/demo/simulator.js', { SIMULATOR_CONTROL: '1' });
  const portal = await startPortal(stripe.url);
  const account = openAccount(stripe.url);
  const price = await createPlan(account);
  const customers = await createCustomers(account, { count: VIEWS + 1, price });
  const agent = openConnections(1);
  const [warmUp = '', ...others] = customers;
  await send(agent, sessionCall(portal, warmUp));
  await slowDown(account, LATENCY_MS);
  await account.control('DELETE', '/requests');
  const cold = [];
  const tokens = [];
  for (const customer of others) {
    const { ms, text } = await send(agent, sessionCall(portal, customer), true);
    cold.push(ms);
    tokens.push(JSON.parse(text).token);
  }
  const asked = await callsByEndpoint(account);
  const warm = [];
  for (const token of tokens) warm.push((await send(agent, overviewCall(portal, token))).ms);
  const askedAgain = await callsByEndpoint(account);
  const oneCall = (LATENCY_MS[0] + LATENCY_MS[1]) / 2;
  yield `cold view: ${(asked.total / VIEWS).toFixed(1)} Stripe calls, ${Math.round(median(cold))} ms = ${(median(cold) / oneCall).toFixed(2)}x of one Stripe call (${LATENCY_MS.join('-')} ms): one wave`;
  yield `warm view: ${(askedAgain.total / VIEWS).toFixed(1)} Stripe calls, ${median(warm).toFixed(1)} ms`;
  agent.destroy();
  for (const server of [stripe, portal]) await server.stop();
}
