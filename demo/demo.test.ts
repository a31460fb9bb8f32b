import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemo, type Demo } from './demo.ts';

/** Stands where the built widget would, so that this test needs no build. */
let widgetFolder: string;
let demo: Demo;

beforeAll(async () => {
  widgetFolder = await mkdtemp(path.join(tmpdir(), 'portico-demo-test-'));
  await writeFile(path.join(widgetFolder, 'billing-portal.js'), 'export {};');
  demo = await startDemo({ port: 0, widgetFolder: pathToFileURL(`${widgetFolder}/`), quiet: true });
});

afterAll(async () => {
  await demo.stop();
  await rm(widgetFolder, { recursive: true, force: true });
});

async function signIn(key: string, origin = demo.shopUrl): Promise<Response> {
  const page = await (await fetch(`${demo.shopUrl}/account/billing?as=${key}`)).text();
  const attribute = (name: string): string =>
    new RegExp(` ${name}="([^"]*)"`).exec(page)?.[1] ?? '';
  const body = { customerId: attribute('customer-id'), hash: attribute('hash') };
  const headers = { Origin: origin, 'Content-Type': 'text/plain' };
  return fetch(`${attribute('api')}/v1/sessions`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
}

describe('the demo', () => {
  it('lets every customer into the portal with the hash that the shop signed', async () => {
    expect(demo.customers.length).toBeGreaterThan(10);
    for (const { key, customerId } of demo.customers) {
      const response = await signIn(key);
      expect(response.status, key).toBe(201);
      expect(await response.json()).toMatchObject({ overview: { customer: { id: customerId } } });
    }
  });

  it('lets no other site in', async () => {
    expect((await signIn('monthly', 'http://localhost:1')).status).toBe(403);
  });

  it('offers Starter, Pro and Team, and nothing else', async () => {
    const session: { token: string } = await (await signIn('monthly')).json();
    const response = await fetch(`${demo.portalUrl}/v1/plans`, {
      headers: { Origin: demo.shopUrl, Authorization: `Bearer ${session.token}` },
    });
    const { plans }: { plans: { name: string }[] } = await response.json();
    expect(plans.map(({ name }) => name).toSorted()).toEqual(['Pro', 'Starter', 'Team']);
  });

  it('serves the stand-in and the simulated API at one origin', async () => {
    const script = await fetch(`${demo.stripeUrl}/stripe-js/stripe.js`);
    expect(script.headers.get('Content-Type')).toContain('text/javascript');
    expect((await fetch(`${demo.stripeUrl}/v1/customers`)).status).toBe(401);
  });

  it('says which port is taken', async () => {
    const port = Number(new URL(demo.portalUrl).port);
    await expect(startDemo({ port })).rejects.toThrow(`Port ${port} (for the shop)`);
  });
});
