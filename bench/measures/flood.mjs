import { callsByEndpoint, createCustomers, createPlan, openAccount } from '../account.mjs';
import { openConnections, openLoop, percentile } from '../load.mjs';
import { overviewCall, sessionCall, signIn, startPortal } from '../portal.mjs';
import { start } from '../processes.mjs';

const GOOD_PER_SECOND = 100;
const BAD_PER_SECOND = 2_000;
const SECONDS = 10;
/** In the first seconds the flood opens its connections, and code that it uses is compiled. */
const ONSET_SECONDS = 2;

/** Whether somebody who tries hashes is felt by those who have one. */
export async function* measureFlood() {
  const stripe = await start('dist/demo/simulator.js', { SIMULATOR_CONTROL: '1' });
  const portal = await startPortal(stripe.url);
  const account = openAccount(stripe.url);
  const price = await createPlan(account);
  const customers = await createCustomers(account, { count: 20, price });
  const agent = openConnections(8);
  const tokens = await Promise.all(customers.map((one) => signIn(agent, portal, one)));
  await account.control('DELETE', '/requests');
  const good = { perSecond: GOOD_PER_SECOND, seconds: SECONDS, nextCall: nextOf(portal, tokens) };
  const quiet = inSteadyState(await openLoop(good));
  const bad = sessionCall(portal, customers[0] ?? '', '0'.repeat(64));
  const [busy, flood] = await Promise.all([
    openLoop(good),
    openLoop({ perSecond: BAD_PER_SECOND, seconds: SECONDS, nextCall: () => bad }),
  ]);
  const asked = await callsByEndpoint(account);
  const before = p95(quiet);
  const during = p95(inSteadyState(busy));
  const onset = p95(busy.answers.slice(0, GOOD_PER_SECOND * ONSET_SECONDS));
  const wrong = flood.answers.filter(({ status }) => ![401, 429].includes(status)).length;
  yield `${BAD_PER_SECOND} bad hashes/s: others' p95 ${during.toFixed(1)} ms = ${(during / before).toFixed(1)}x of ${before.toFixed(1)} ms without (${onset.toFixed(1)} ms in its first ${ONSET_SECONDS} s); ${asked.total} Stripe calls, ${wrong} wrong answers`;
  agent.destroy();
  for (const server of [stripe, portal]) await server.stop();
}

function inSteadyState({ answers }) {
  return answers.slice(GOOD_PER_SECOND * ONSET_SECONDS);
}

function p95(answers) {
  return percentile(
    answers.map(({ ms }) => ms),
    0.95,
  );
}

function nextOf(portal, tokens) {
  const calls = tokens.map((token) => overviewCall(portal, token));
  return (index) => calls[index % calls.length];
}
