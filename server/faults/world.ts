import { stripeOn } from '../../demo/stripe/sdk.ts';
import { createStripeSimulator, type StripeSimulator } from '../../demo/stripe/simulator.ts';
import { makeSecret } from '../auth/secrets.ts';
import type { Portal, PortalOptions } from '../options.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings.ts';

export type PlanName = 'small' | 'large';

/** One Stripe account with two plans and a code, and as many customers as are asked for. */
export interface World {
  simulator: StripeSimulator;
  stripe: ReturnType<typeof stripeOn>;
  prices: Record<PlanName, string>;
  code: string;
  /** For one invoice: it leaves no trace on the subscription. */
  codeForOne: string;
  options: PortalOptions;
  /** Where the simulator brings its events. */
  deliverTo(listener: Listener | null): Promise<void>;
  /** A customer with a card, whose every text has a word in it that is nobody else's. */
  addCustomer(): Promise<Person>;
}

export type Listener = (request: Request) => Promise<void>;

export interface Person {
  id: string;
  card: string;
  canary: string;
}

/** Noon on a day in the middle of a month. */
export const NOW = Date.UTC(2026, 9, 14, 12) / 1000;
export const ORIGIN = 'https://shop.example';
export const NOW_PORTAL = 'at-once';
export const STRIPE_KEY = 'sk_test_simulator';

export async function createWorld(): Promise<World> {
  let listener: Listener | null = null;
  const simulator = createStripeSimulator({
    now: () => NOW,
    async deliver(request) {
      await listener?.(request);
      return new Response(null);
    },
  });
  const stripe = stripeOn(simulator);
  const plan = async (
    name: string,
    amount: number,
  ): Promise<{ product: string; price: string }> => {
    const product = (await stripe.products.create({ name })).id;
    const price = await stripe.prices.create({
      product,
      currency: 'usd',
      unit_amount: amount,
      recurring: { interval: 'month' },
    });
    return { product, price: price.id };
  };
  const [small, large] = [await plan('Small', 1000), await plan('Large', 3000)];
  const { id: coupon } = await stripe.coupons.create({ percent_off: 25, duration: 'forever' });
  const code = 'QUARTER';
  await stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon }, code });
  const one = await stripe.coupons.create({ percent_off: 10, duration: 'once' });
  const codeForOne = 'TENTH';
  await stripe.promotionCodes.create({
    promotion: { type: 'coupon', coupon: one.id },
    code: codeForOne,
  });
  const hook = await stripe.webhookEndpoints.create({
    url: 'https://portal.example/v1/webhooks/stripe',
    enabled_events: ['*'],
  });
  await stripe.webhookEndpoints.update(hook.id, { disabled: true });
  let people = 0;
  return {
    simulator,
    stripe,
    prices: { small: small.price, large: large.price },
    code,
    codeForOne,
    options: optionsFor([small.product, large.product], hook.secret ?? ''),
    async deliverTo(next) {
      listener = next;
      await stripe.webhookEndpoints.update(hook.id, { disabled: next === null });
    },
    async addCustomer() {
      people += 1;
      const canary = `canary${people}x`;
      const { id } = await stripe.customers.create({
        name: `Name ${canary}`,
        email: `${canary}@example.com`,
        description: `About ${canary}`,
        metadata: { note: canary },
      });
      const card = (await stripe.paymentMethods.attach('pm_card_visa', { customer: id })).id;
      const invoice_settings = { default_payment_method: card };
      await stripe.customers.update(id, { invoice_settings });
      return { id, card, canary };
    },
  };
}

function optionsFor(products: string[], webhookSecret: string): PortalOptions {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    products: products.map((id) => ({ id, prices: null, quantity: { minimum: 1, maximum: 99 } })),
  };
  const portal = (name: string, own: Settings): [string, Portal] => [
    name,
    { name, settings: own, secrets: [makeSecret('test')] },
  ];
  return {
    mode: 'test',
    stripeSecretKey: STRIPE_KEY,
    stripePublishableKey: 'pk_test_simulator',
    stripeWebhookSecrets: [webhookSecret],
    stripeApiBase: 'http://stripe.test',
    cacheSeconds: 180,
    stripePace: { perSecond: 20, perSecondInAll: 20 },
    allowedOrigins: [ORIGIN],
    portals: new Map([
      portal('default', settings),
      portal(NOW_PORTAL, { ...settings, cancelEffective: 'now' }),
    ]),
    redisUrl: null,
    publicUrl: null,
    metricsToken: null,
    trustedProxies: 0,
    port: 0,
  };
}
