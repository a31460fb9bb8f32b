import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setInstances, type Instances } from '../testing/instances.ts';
import { openSmallShop, type SmallShop } from '../testing/small-shop.ts';

const RUNS = process.env['HOSTILE'] === 'full' ? 300 : 12;
const SEED = 69;
const LIFETIME_S = 240;

type World = Instances & { shop: SmallShop };
type Customer = SmallShop['customers'][number];
type Step = (world: World) => unknown;

const whose = fc.nat({ max: 1 });
const theirs = (change: (world: World, customer: Customer) => unknown): fc.Arbitrary<Step> =>
  whose.map((index) => async (world: World) => {
    const customer = world.shop.customers[index];
    if (customer) await change(world, customer);
  });

const changes: fc.Arbitrary<Step>[] = [
  theirs(({ stripe }, { id }) =>
    stripe.customers.update(id, { name: `Customer ${crypto.randomUUID()}` }),
  ),
  theirs(async ({ stripe }, { subscription }) => {
    const { cancel_at_period_end: isEnding } = await stripe.subscriptions.retrieve(subscription);
    await stripe.subscriptions.update(subscription, { cancel_at_period_end: !isEnding });
  }),
  theirs(({ stripe }, { id }) =>
    stripe.paymentMethods.attach('pm_card_mastercard', { customer: id }),
  ),
  theirs(async ({ stripe }, { id, paymentMethod }) => {
    const { data } = await stripe.customers.listPaymentMethods(id);
    const spare = data.find((one) => one.id !== paymentMethod);
    if (spare) await stripe.paymentMethods.detach(spare.id);
  }),
  fc.constant(({ stripe, shop }) =>
    stripe.products.update(shop.product, { name: `Plan ${crypto.randomUUID()}` }),
  ),
];

const ways: fc.Arbitrary<Step>[] = [
  fc.integer({ min: 0, max: 60 }).map((by) => (world: World) => world.simulator.webhooks.delay(by)),
  fc
    .integer({ min: 1, max: 3 })
    .map((next) => (world: World) => world.simulator.webhooks.duplicate({ next })),
  fc
    .record({
      count: fc.integer({ min: 2, max: 4 }),
      order: fc.constantFrom('reversed' as const, 'shuffled' as const),
      seed: fc.nat(),
    })
    .map((how) => (world: World) => world.simulator.webhooks.reorder(how)),
  fc.integer({ min: 0, max: 40 }).map((by) => ({ simulator }: World) => {
    simulator.advanceTo(simulator.now() + by);
  }),
  fc.constant(({ simulator }: World) => simulator.settled()),
];

const losses = fc
  .integer({ min: 1, max: 3 })
  .map((count) => (world: World) => world.simulator.webhooks.drop(count));

const looks = fc.tuple(whose, whose).map(
  ([instance, customer]) =>
    ({ view, shop }: World) =>
      view(instance, shop.customers[customer]?.id ?? ''),
);

async function start(lifetimeS: number): Promise<World> {
  const environment = { PORTICO_CACHE_SECONDS: `${lifetimeS}` };
  const instances = await setInstances({ count: 2, environment });
  const shop = await openSmallShop(instances.stripe, 2);
  await instances.simulator.settled();
  return { ...instances, shop };
}

/** Everything that is on its way arrives, and both instances show what is true. */
async function comeToRest(world: World, waitsS: readonly number[]): Promise<void> {
  const { simulator, shop, view, truth } = world;
  simulator.webhooks.delay(0);
  simulator.webhooks.calm();
  for (const waitS of waitsS) {
    for (const { id } of shop.customers) await Promise.all([view(0, id), view(1, id)]);
    simulator.advanceTo(simulator.now() + waitS);
    await simulator.settled();
  }
  for (const { id } of shop.customers) {
    const fresh = await truth(id);
    expect(await view(0, id)).toEqual(fresh);
    expect(await view(1, id)).toEqual(fresh);
  }
}

const steps = (...more: fc.Arbitrary<Step>[]): fc.Arbitrary<Step[]> =>
  fc.array(fc.oneof(looks, looks, ...changes, ...ways, ...more), { minLength: 5, maxLength: 25 });

async function check(
  all: fc.Arbitrary<Step[]>,
  lifetimeS: number,
  waitsS: readonly number[],
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(all, async (taken) => {
      const world = await start(lifetimeS);
      for (const step of taken) await step(world);
      await comeToRest(world, waitsS);
    }),
    { numRuns: RUNS, seed: SEED },
  );
}

describe(`deliveries in any order, late and doubled (seed ${SEED})`, () => {
  it('leave what is kept equal to what Stripe says, as soon as they have come', async () => {
    await check(steps(), 9_999, [60]);
  }, 300_000);

  it('do so after the lifetimes where some were lost', async () => {
    // The catalogue's own time; then one look at the old one has the new one read; then that look's.
    await check(steps(losses), LIFETIME_S, [300, LIFETIME_S]);
  }, 300_000);
});
