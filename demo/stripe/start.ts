import process from 'node:process';
import { PortUnavailableError } from '../open-port.ts';
import { SeedError } from './seed/seed-entry.ts';
import { serveSimulator } from './serve-simulator.ts';

const { PORT = '12111', SIMULATOR_SEED, SIMULATOR_CONTROL } = process.env;
const port = Number(PORT);

try {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new PortUnavailableError('PORT must be a whole number up to 65535.');
  }
  const { url, simulator } = await serveSimulator({
    port,
    seedFile: SIMULATOR_SEED,
    control: SIMULATOR_CONTROL === '1',
  });
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
