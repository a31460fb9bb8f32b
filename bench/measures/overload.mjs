import { readFile } from 'node:fs/promises';
import { createCustomers, createPlan, openAccount, slowDown } from '../account.mjs';
import { median, openConnections, openLoop, percentile } from '../load.mjs';
import { overviewCall, sessionCall, signIn, startPortal } from '../portal.mjs';
import { start } from '../processes.mjs';

const WARM_PER_SECOND = 100;
/** Each waits some three seconds for Stripe, and 200 may wait at once: three times what gets in. */
const COLD_PER_SECOND = 200;
const STRIPE_MS = 3_000;
const SECONDS = 8;
/** In the first seconds code is compiled, and connections are opened. */
const ONSET_SECONDS = 2;
const PAGE_BYTES = 4_096;

/**
 * A slow Stripe and more people than it can serve: what they are told, and what the others feel. As
 * shipped the pace keeps most away from Stripe (80 calls a second in all, with a live key); without it
 * the gate does.
 */
export async function* measureOverload() {
  yield* measure('as shipped', { PORTICO_STRIPE_CALLS_PER_SECOND: '80' });
  yield* measure('without a pace', {});
}

async function* measure(name, environment) {
  const stripe = await start('dist/demo/simulator.js', { SIMULATOR_CONTROL: '1' });
  const portal = await startPortal(stripe.url, environment);
  const account = openAccount(stripe.url);
  const price = await createPlan(account);
  const known = await createCustomers(account, { count: 20, price });
  const count = COLD_PER_SECOND * SECONDS;
  const strangers = await createCustomers(account, { count, price, subscriptions: 0 });
  const agent = openConnections(8);
  const tokens = [];
  for (const one of known) tokens.push(await signIn(agent, portal, one));
  await slowDown(account, [STRIPE_MS, STRIPE_MS]);
  const views = tokens.map((token) => overviewCall(portal, token));
  const warm = {
    perSecond: WARM_PER_SECOND,
    seconds: SECONDS,
    nextCall: (index) => views[index % views.length],
  };
  const quiet = inSteadyState((await openLoop(warm)).answers);
  const calls = strangers.map((one) => sessionCall(portal, one));
  const before = await memoryOf(portal);
  const watch = watchMemory(portal);
  const [busy, flood] = await Promise.all([
    openLoop(warm),
    openLoop({
      perSecond: COLD_PER_SECOND,
      seconds: SECONDS,
      connections: 4_096,
      nextCall: (index) => calls[index],
    }),
  ]);
  const most = watch.stop();
  const [shed, served] = [of(flood.answers, 503), of(flood.answers, 201)];
  const seen = inSteadyState(busy.answers);
  const [alone, during] = [p95(of(quiet, 200)), p95(of(seen, 200))];
  const lost = flood.failures.length + busy.failures.length;
  const other = flood.answers.length - shed.length - served.length;
  yield `${COLD_PER_SECOND} cold views/s with a Stripe of ${STRIPE_MS / 1000} s, ${name}: ${shed.length} refused (503), median ${median(shed.map(({ ms }) => ms)).toFixed(1)} ms, p95 ${p95(shed).toFixed(1)} ms; ${served.length} served, p95 ${Math.round(p95(served))} ms; ${other} else, ${lost} lost; memory ${before} MB, at most ${most} MB`;
  yield `meanwhile ${WARM_PER_SECOND} warm views/s: p95 ${during.toFixed(1)} ms = ${(during / alone).toFixed(1)}x of ${alone.toFixed(1)} ms without; ${seen.length - of(seen, 200).length} of ${seen.length} refused`;
  agent.destroy();
  for (const server of [stripe, portal]) await server.stop();
}

/** In megabytes, without what the process only might use. */
async function memoryOf({ pid }) {
  const [, resident] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
  return Math.round((Number(resident) * PAGE_BYTES) / 1024 / 1024);
}

function watchMemory(portal) {
  let most = 0;
  const look = async () => {
    most = Math.max(most, await memoryOf(portal));
  };
  const timer = setInterval(() => void look(), 100);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

function of(answers, status) {
  return answers.filter((one) => one.status === status);
}

function inSteadyState(answers) {
  return answers.slice(WARM_PER_SECOND * ONSET_SECONDS);
}

function p95(answers) {
  return percentile(
    answers.map(({ ms }) => ms),
    0.95,
  );
}
