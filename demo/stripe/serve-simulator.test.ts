import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PortUnavailableError } from '../open-port.ts';
import { SeedError } from './seed/seed-entry.ts';
import { serveSimulator, type ServeOptions } from './serve-simulator.ts';
import { stripeAt } from './testing/port.ts';
import { START } from './testing/stage.ts';

const EXAMPLE = fileURLToPath(new URL('seed/example.json', import.meta.url));

async function serve(options: Partial<ServeOptions> = {}) {
  const served = await serveSimulator({ port: 0, now: () => START, ...options });
  onTestFinished(() => served.close());
  const port = Number(new URL(served.url).port);
  return { ...served, port, stripe: stripeAt(port) };
}

describe('the simulator on a port', () => {
  it('answers the official SDK, and links to its own invoices', async () => {
    const { stripe, url } = await serve({ seedFile: EXAMPLE });
    const { data } = await stripe.invoices.list({ limit: 1 });
    expect(data[0]?.hosted_invoice_url).toContain(`${url}/i/`);
    expect((await fetch(data[0]?.hosted_invoice_url ?? '')).status).toBe(200);
  });

  it('begins with its seed, whose requests are nobody’s', async () => {
    const { stripe, simulator } = await serve({ seedFile: EXAMPLE });
    expect(simulator.requests()).toEqual([]);
    expect((await stripe.customers.list()).data).toMatchObject([{ name: 'Ada' }]);
  });

  it('comes back to its seed when it is reset', async () => {
    const { stripe, url } = await serve({ seedFile: EXAMPLE, control: true });
    await stripe.customers.create({ name: 'Eve' });
    const headers = { 'content-type': 'application/json' };
    await fetch(`${url}/_control/reset`, { method: 'POST', headers });
    expect((await stripe.customers.list()).data.map(({ name }) => name)).toEqual(['Ada']);
  });

  it('does not begin with a seed that fails, and gives its port back', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'portico-seed-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const seedFile = path.join(folder, 'seed.json');
    await writeFile(seedFile, '[{"call": "POST /v1/customers", "params": {"colour": "red"}}]');
    await expect(serve({ seedFile })).rejects.toThrow(SeedError);
    await expect(serve({ seedFile: path.join(folder, 'none.json') })).rejects.toThrow(
      'no such file',
    );
  });

  it('says that its port is taken', async () => {
    const { port } = await serve();
    await expect(serve({ port })).rejects.toThrow(PortUnavailableError);
  });
});
