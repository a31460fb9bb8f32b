import type { Endpoint } from '../../contract/api.ts';
import type { Overview } from '../../contract/billing.ts';
import type { Person, World } from './world.ts';
import { NOW_PORTAL } from './world.ts';

/** What a customer does, from the state in which they begin to what must be so at the end. */
export interface Operation {
  name: string;
  portal?: string;
  /** Brings the customer into the state; answers with the id that the call is about. */
  prepare(world: World, person: Person): Promise<string>;
  call: Endpoint;
  /** What has to be shown first, where the call needs a preview. */
  preview?: { call: Endpoint; body(world: World): unknown };
  body?(world: World): unknown;
  /** Whether the overview shows it; for a change, that it is done. */
  isShown(overview: Overview, about: string, world: World): boolean;
}

const subscribe = async (
  { stripe, prices }: World,
  { id }: Person,
  plan: 'small' | 'large',
): Promise<string> =>
  (await stripe.subscriptions.create({ customer: id, items: [{ price: prices[plan] }] })).id;

const find = (overview: Overview, id: string) =>
  overview.subscriptions.find((one) => one.id === id);

const addCard = async ({ stripe }: World, { id }: Person): Promise<string> =>
  (await stripe.paymentMethods.attach('pm_card_mastercard', { customer: id })).id;

const CHANGE = 'POST /v1/subscriptions/:id/change';
const PREVIEW = 'POST /v1/subscriptions/:id/preview';
const CANCEL = 'POST /v1/subscriptions/:id/cancel';

export const OPERATIONS: Operation[] = [
  {
    name: 'view',
    prepare: (world, person) => subscribe(world, person, 'small'),
    call: 'GET /v1/overview',
    isShown: (overview, about) => find(overview, about)?.status === 'active',
  },
  {
    name: 'upgrade',
    prepare: (world, person) => subscribe(world, person, 'small'),
    preview: { call: PREVIEW, body: ({ prices }) => ({ priceId: prices.large }) },
    call: CHANGE,
    isShown: (overview, about, { prices }) =>
      find(overview, about)?.items[0]?.priceId === prices.large,
  },
  {
    name: 'upgrade with code',
    prepare: (world, person) => subscribe(world, person, 'small'),
    preview: {
      call: PREVIEW,
      body: ({ prices, codeForOne }) => ({ priceId: prices.large, promotionCode: codeForOne }),
    },
    call: CHANGE,
    isShown: (overview, about, { prices }) =>
      find(overview, about)?.items[0]?.priceId === prices.large,
  },
  {
    name: 'downgrade',
    prepare: (world, person) => subscribe(world, person, 'large'),
    preview: { call: PREVIEW, body: ({ prices }) => ({ priceId: prices.small }) },
    call: CHANGE,
    isShown: (overview, about) => find(overview, about)?.scheduledChange != null,
  },
  {
    name: 'quantity',
    prepare: (world, person) => subscribe(world, person, 'small'),
    preview: { call: PREVIEW, body: ({ prices }) => ({ priceId: prices.small, quantity: 4 }) },
    call: CHANGE,
    isShown: (overview, about) => find(overview, about)?.items[0]?.quantity === 4,
  },
  {
    name: 'cancel at end',
    prepare: (world, person) => subscribe(world, person, 'small'),
    call: CANCEL,
    body: () => ({ reason: 'unused' }),
    isShown: (overview, about) => find(overview, about)?.cancelAt != null,
  },
  {
    name: 'cancel now',
    portal: NOW_PORTAL,
    prepare: (world, person) => subscribe(world, person, 'small'),
    call: CANCEL,
    body: () => ({ reason: 'unused' }),
    isShown: (overview, about) => find(overview, about)?.status === 'canceled',
  },
  {
    name: 'resume',
    async prepare(world, person) {
      const id = await subscribe(world, person, 'small');
      await world.stripe.subscriptions.update(id, { cancel_at_period_end: true });
      return id;
    },
    call: 'POST /v1/subscriptions/:id/keep',
    isShown: (overview, about) => find(overview, about)?.cancelAt === null,
  },
  {
    name: 'resubscribe',
    async prepare(world, person) {
      const id = await subscribe(world, person, 'small');
      await world.stripe.subscriptions.cancel(id);
      return id;
    },
    preview: { call: 'POST /v1/subscriptions/:id/resubscribe/preview', body: () => ({}) },
    call: 'POST /v1/subscriptions/:id/resubscribe',
    isShown: ({ subscriptions }) => subscriptions.some(({ status }) => status === 'active'),
  },
  {
    name: 'apply code',
    prepare: (world, person) => subscribe(world, person, 'small'),
    call: 'POST /v1/subscriptions/:id/promotion-code',
    body: ({ code }) => ({ code }),
    isShown: (overview, about) => find(overview, about)?.discounts.length === 1,
  },
  {
    name: 'set default card',
    async prepare(world, person) {
      await subscribe(world, person, 'small');
      return addCard(world, person);
    },
    call: 'POST /v1/payment-methods/:id/default',
    isShown: ({ paymentMethods }, about) =>
      paymentMethods.some(({ id, isDefault }) => id === about && isDefault),
  },
  {
    name: 'detach card',
    prepare: addCard,
    call: 'DELETE /v1/payment-methods/:id',
    isShown: ({ paymentMethods }, about) => paymentMethods.every(({ id }) => id !== about),
  },
  {
    name: 'pay open invoice',
    async prepare({ stripe }, { id: customer }) {
      await stripe.invoiceItems.create({ customer, amount: 700, currency: 'usd' });
      const items = { pending_invoice_items_behavior: 'include', auto_advance: false } as const;
      const { id } = await stripe.invoices.create({ customer, ...items });
      await stripe.invoices.finalizeInvoice(id, { auto_advance: false });
      return id;
    },
    call: 'POST /v1/invoices/:id/pay',
    body: () => ({}),
    isShown: ({ invoices }, about) =>
      invoices.data.find(({ id }) => id === about)?.status === 'paid',
  },
];
