import type { ObjectKind } from './call-table.ts';
import type { Stage } from './stage.ts';

/** What only one customer may ever see: texts that were planted on it, and the ids of its objects. */
export interface Canaries {
  /** The ids of a customer's objects of one kind. */
  idsOf(key: string, kind: ObjectKind): string[];
  /** What belongs to other customers and stands in a text all the same. */
  foreignTo(key: string, text: string): string[];
  /** What belongs to anybody. */
  anyIn(text: string): string[];
}

interface Belongings extends Record<ObjectKind, string[]> {
  marks: string[];
}

/** Plants a text of its own in every field of every customer that can hold one. */
export async function plantCanaries(stage: Stage): Promise<Canaries> {
  const all = new Map<string, Belongings>();
  for (const { key, customerId } of stage.customers) {
    all.set(key, await plant(stage, key, customerId));
  }
  const found = (text: string, keys: string[]): string[] =>
    keys
      .flatMap((key) => Object.values(all.get(key) ?? {}).flat())
      .filter((canary) => text.includes(canary));
  const keys = [...all.keys()];
  return {
    idsOf: (key, kind) => all.get(key)?.[kind] ?? [],
    foreignTo: (key, text) =>
      found(
        text,
        keys.filter((one) => one !== key),
      ),
    anyIn: (text) => found(text, keys),
  };
}

async function plant({ stripe }: Stage, key: string, customer: string): Promise<Belongings> {
  const mark = `canary-${key}-${crypto.randomUUID().slice(0, 8)}`;
  const metadata = { canary: mark };
  await stripe.customers.update(customer, {
    name: `Name ${mark}`,
    email: `${mark}@example.com`,
    description: `Customer ${mark}`,
    metadata,
  });
  const subscriptions = await stripe.subscriptions.list({ customer, status: 'all', limit: 100 });
  for (const { id } of subscriptions.data) await stripe.subscriptions.update(id, { metadata });
  const invoices = await stripe.invoices.list({ customer, limit: 100 });
  for (const { id } of invoices.data) await stripe.invoices.update(id, { metadata });
  const methods = await stripe.customers.listPaymentMethods(customer, { limit: 100 });
  for (const { id } of methods.data) {
    await stripe.paymentMethods.update(id, { metadata, billing_details: { name: `Card ${mark}` } });
  }
  const setupIntent = await stripe.setupIntents.create({ customer, metadata });
  return {
    marks: [mark, customer],
    subscription: subscriptions.data.map(({ id }) => id),
    invoice: invoices.data.map(({ id }) => id),
    paymentMethod: methods.data.map(({ id }) => id),
    setupIntent: [setupIntent.id],
  };
}
