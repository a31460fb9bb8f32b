import { createCustomers, createPlan, openAccount } from '../account.mjs';
import { closedLoop, median, openConnections, send } from '../load.mjs';
import { overviewCall, sessionCall, signIn, startPortal } from '../portal.mjs';
import { start } from '../processes.mjs';

const ROUNDS = 5;
const SECONDS = 3;

/** What the server adds to a bare Hono route that sends the same bytes. */
export async function* measureThroughput() {
  const stripe = await start('dist/demo/simulator.js', { SIMULATOR_CONTROL: '1' });
  const bare = await start('bench/bare-hono.mjs');
  const portal = await startPortal(stripe.url);
  const account = openAccount(stripe.url);
  const [customer = ''] = await createCustomers(account, {
    count: 1,
    price: await createPlan(account),
  });
  const agent = openConnections(1);
  const overview = overviewCall(portal, await signIn(agent, portal, customer));
  const session = sessionCall(portal, customer);
  const same = { url: `${bare.url}/bytes` };
  yield* compare('warm overview', { agent, bare, ours: overview, theirs: same, expect: 200 });
  const post = { ...session, ...same };
  yield* compare('new session', { agent, bare, ours: session, theirs: post, expect: 201 });
  agent.destroy();
  for (const server of [stripe, bare, portal]) await server.stop();
}

async function* compare(name, { agent, bare, ours, theirs, expect }) {
  const { text } = await send(agent, ours, true);
  await send(agent, { url: `${bare.url}/bytes`, method: 'PUT', body: text });
  const rates = { ours: [], theirs: [] };
  // In turns, so that whatever else the machine does falls on both.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [who, call] of Object.entries({ theirs, ours })) {
      const rate = await closedLoop({ seconds: SECONDS, nextCall: () => call, expect });
      if (round > 0) rates[who].push(rate);
    }
  }
  const ratios = rates.ours.map((rate, index) => rate / rates.theirs[index]);
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  yield `${name}: ${median(ratios).toFixed(2)}x of bare Hono (${spread}; ${Math.round(median(rates.ours))}/s beside ${Math.round(median(rates.theirs))}/s, ${text.length} bytes)`;
}
