import process from 'node:process';
import { PortUnavailableError } from '../open-port.ts';
import { SeedError } from './seed/seed-entry.ts';
import { serveSimulator } from './serve-simulator.ts';

const { PORT = '12111', SIMULATOR_SEED, SIMULATOR_CONTROL } = process.env;
const port = Number(PORT);
/** Renewals and deliveries that are tried again do not wait for somebody's next call. */
const CATCH_UP_MS = 1000;

try {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new PortUnavailableError('PORT must be a whole number up to 65535.');
  }
  const { url, simulator } = await serveSimulator({
    port,
    seedFile: SIMULATOR_SEED,
    control: SIMULATOR_CONTROL === '1',
  });
  setInterval(() => simulator.catchUp(), CATCH_UP_MS).unref();
  const date = new Date(simulator.now() * 1000).toISOString();
  console.log(
    `Stripe simulator on ${url} (sk_test_simulator, pk_test_simulator); it is ${date}` +
      `${SIMULATOR_SEED ? `, after ${SIMULATOR_SEED}` : ''}. Ctrl+C ends it.`,
  );
} catch (error) {
  if (error instanceof SeedError) console.error(`${SIMULATOR_SEED}: ${error.message}`);
  else if (error instanceof PortUnavailableError) console.error(error.message);
  else throw error;
  process.exitCode = 1;
}
