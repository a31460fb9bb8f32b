import { createCustomers, createPlan, openAccount } from '../account.mjs';
import { median, openConnections, send } from '../load.mjs';
import { sessionCall, startPortal } from '../portal.mjs';
import { start } from '../processes.mjs';

const INVOICES = 1_000;

/** How the overview grows with what a customer has. */
export async function* measureMany() {
  const stripe = await start('dist/demo/simulator.js', { SIMULATOR_CONTROL: '1' });
  const portal = await startPortal(stripe.url, { PORTICO_CACHE_SECONDS: '0' });
  const account = openAccount(stripe.url);
  const price = await createPlan(account);
  const agent = openConnections(1);
  let base = 0;
  for (const subscriptions of [1, 10, 100]) {
    const [customer = ''] = await createCustomers(account, { count: 1, price, subscriptions });
    const { ms, bytes } = await time(agent, portal, customer);
    base ||= ms;
    yield `overview of ${subscriptions} subscription${subscriptions === 1 ? '' : 's'}: ${ms.toFixed(1)} ms, ${bytes} bytes = ${(ms / base).toFixed(1)}x of one`;
  }
  const [customer = ''] = await createCustomers(account, { count: 1, price });
  for (let index = 1; index < INVOICES; index += 1) {
    await account.call('POST', '/v1/invoices', { customer, auto_advance: 'false' });
  }
  const { ms, bytes } = await time(agent, portal, customer);
  yield `overview of one subscription and ${INVOICES} invoices: ${ms.toFixed(1)} ms, ${bytes} bytes = ${(ms / base).toFixed(1)}x of one without`;
  agent.destroy();
  for (const server of [stripe, portal]) await server.stop();
}

async function time(agent, portal, customer) {
  const call = sessionCall(portal, customer);
  await send(agent, call);
  const answers = [];
  for (let round = 0; round < 7; round += 1) answers.push(await send(agent, call));
  return { ms: median(answers.map(({ ms }) => ms)), bytes: answers[0]?.bytes ?? 0 };
}
