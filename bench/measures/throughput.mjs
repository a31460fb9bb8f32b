import { createCustomers, createPlan, openAccount } from '../account.mjs';
import { closedLoop, median, openConnections, send } from '../load.mjs';
import { overviewCall, sessionCall, signIn, startPortal } from '../portal.mjs';
import { start } from '../processes.mjs';

const ROUNDS = 5;
const SECONDS = 3;
/** So many that none of them comes near the limit of calls that one customer has. */
const CUSTOMERS = 500;

/** What the server adds to a bare Hono route that sends the same bytes. */
export async function* measureThroughput() {
  const stripe = await start('dist/demo/simulator.js', { SIMULATOR_CONTROL: '1' });
  const bare = await start('bench/bare-hono.mjs');
  const portal = await startPortal(stripe.url);
  const account = openAccount(stripe.url);
  const price = await createPlan(account);
  const customers = await createCustomers(account, { count: CUSTOMERS, price });
  const agent = openConnections(1);
  const tokens = [];
  for (const customer of customers) tokens.push(await signIn(agent, portal, customer));
  const overviews = tokens.map((token) => overviewCall(portal, token));
  const sessions = customers.map((customer) => sessionCall(portal, customer));
  const shared = { agent, bare };
  yield* compare('warm overview', { ...shared, calls: overviews, expect: 200 });
  yield* compare('new session', { ...shared, calls: sessions, expect: 201 });
  agent.destroy();
  for (const server of [stripe, bare, portal]) await server.stop();
}

async function* compare(name, { agent, bare, calls, expect }) {
  const { text } = await send(agent, calls[0], true);
  const bytes = { url: `${bare.url}/bytes` };
  await send(agent, { ...bytes, method: 'PUT', body: text });
  const rates = { ours: [], theirs: [] };
  const sides = { theirs: calls.map((call) => ({ ...call, ...bytes })), ours: calls };
  // In turns, so that whatever else the machine does falls on both.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [who, some] of Object.entries(sides)) {
      let sent = 0;
      const nextCall = () => some[(sent += 1) % some.length];
      const rate = await closedLoop({ seconds: SECONDS, nextCall, expect });
      if (round > 0) rates[who].push(rate);
    }
  }
  const ratios = rates.ours.map((rate, index) => rate / rates.theirs[index]);
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  yield `${name}: ${median(ratios).toFixed(2)}x of bare Hono (${spread}; ${Math.round(median(rates.ours))}/s beside ${Math.round(median(rates.theirs))}/s, ${text.length} bytes)`;
}
