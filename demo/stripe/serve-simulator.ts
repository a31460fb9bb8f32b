import { readFile } from 'node:fs/promises';
import { openPort } from '../open-port.ts';
import { playSeed } from './seed/play-seed.ts';
import { parseSeed, SeedError } from './seed/seed-entry.ts';
import { createStripeSimulator, type SimulatorOptions, type StripeSimulator } from './simulator.ts';

export interface ServeOptions extends SimulatorOptions {
  /** 0 takes any free one. */
  port: number;
  /** A file of calls to begin with, and to come back to at every reset over the wire. */
  seedFile?: string | undefined;
}

export interface ServedSimulator {
  url: string;
  simulator: StripeSimulator;
  close(): Promise<void>;
}

/**
 * The simulator behind a port of this machine, for tests in any language.
 * @throws {SeedError} where the seed cannot be read or played.
 * @throws {PortUnavailableError} where the port cannot be opened.
 */
export async function serveSimulator(options: ServeOptions): Promise<ServedSimulator> {
  const { port, seedFile, ...rest } = options;
  const seed = seedFile === undefined ? [] : parseSeed(await readSeed(seedFile));
  const opened = await openPort({
    port,
    name: 'the Stripe simulator',
    advice: 'PORT=5000 npm run simulator',
  });
  const simulator = createStripeSimulator({ documentsUrl: opened.url, ...rest });
  try {
    await begin(simulator, seed);
  } catch (error) {
    await opened.close();
    throw error;
  }
  opened.serve(async (request, env) => {
    const answer = await simulator.fetch(request, env);
    const isReset = answer.ok && new URL(request.url).pathname === '/_control/reset';
    if (isReset) await begin(simulator, seed);
    return answer;
  });
  return { url: opened.url, simulator, close: () => opened.close() };
}

/** The seed is what was there before: nothing of it counts as having happened. */
async function begin(simulator: StripeSimulator, seed: Parameters<typeof playSeed>[1]) {
  await playSeed(simulator, seed);
  simulator.forgetRequests();
  simulator.ledger.forget();
  simulator.alarms.forget();
}

async function readSeed(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new SeedError('There is no such file.');
  }
}
