import { readFile, readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from './permissions.ts';

const STRIPE_FOLDER = new URL('../stripe/', import.meta.url);

/** What the SDK's resources need; reading is what does not change anything. */
const RESOURCES: Record<string, string> = {
  customers: 'customer',
  paymentMethods: 'payment_method',
  setupIntents: 'setup_intent',
  subscriptions: 'subscription',
  subscriptionSchedules: 'subscription',
  schedules: 'subscription',
  invoices: 'invoice',
  products: 'product',
  prices: 'plan',
  coupons: 'coupon',
  promotionCodes: 'promotion_code',
};
const READS = /^(?:list|retrieve|search)$/;

describe('the permissions of a restricted key', () => {
  it('are all that the calls of the server need', async () => {
    const names = await readdir(STRIPE_FOLDER, { recursive: true });
    const sources = await Promise.all(
      names
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => readFile(new URL(name, STRIPE_FOLDER), 'utf8')),
    );
    const calls = [
      ...sources
        .join('\n')
        .matchAll(
          /\b(?:stripe\.)?([a-zA-Z]+)\s*\.(list|retrieve|create|update|cancel|pay|release|detach|voidInvoice|createPreview|listPaymentMethods)\(/g,
        ),
    ].filter(([, resource = '']) => resource in RESOURCES);
    expect(calls.length).toBeGreaterThan(20);
    const needed = calls.map(([, resource = '', method = '']) =>
      method === 'listPaymentMethods'
        ? 'payment_method_read'
        : `${RESOURCES[resource]}_${READS.test(method) ? 'read' : 'write'}`,
    );
    const held = PERMISSIONS.map(({ id }) => id);
    const lacking = needed.filter(
      (id) => !held.includes(id) && !held.includes(id.replace(/_read$/, '_write')),
    );
    expect(lacking).toEqual([]);
  });

  it('are the table in docs/doctor.md', async () => {
    const text = await readFile(new URL('../../docs/doctor.md', import.meta.url), 'utf8');
    const rows = [...text.matchAll(/^\| ([A-Z][\w ]+)\| (Read|Write) /gm)];
    expect(rows.map(([, name = '', access]) => `${name.trim()}: ${access}`)).toEqual(
      PERMISSIONS.map(({ name }) => name),
    );
  });
});
