import type Stripe from 'stripe';
import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { liveCustomer } from '../customers/customer.ts';
import { expand, pageFields } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { integer, required, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { advanceLimit } from './advance-limit.ts';
import { deleteTestClock } from './delete-test-clock.ts';
import { formatTestClock } from './test-clock.ts';
import type { TestClock } from './test-clock.ts';

const KEPT_SECONDS = 7 * 86_400;
const PATH = '/v1/test_helpers/test_clocks';

const createParams = shape<Stripe.TestHelpers.TestClockCreateParams>()({
  customer: text,
  expand,
  frozen_time: required(integer),
  name: text,
});
const advanceParams = shape<Stripe.TestHelpers.TestClockAdvanceParams>()({
  expand,
  frozen_time: required(integer),
});
const retrieveParams = shape<Stripe.TestHelpers.TestClockRetrieveParams>()({ expand });
const listParams = shape<Stripe.TestHelpers.TestClockListParams>()(pageFields);
const noParams = shape<Stripe.TestHelpers.TestClockDeleteParams>()({});

/** @see https://docs.stripe.com/billing/testing/test-clocks */
export const testClockRoutes: Route[] = [
  route(`POST ${PATH}`, createParams, (world, { params }) => createClock(world, params)),
  route(`GET ${PATH}`, listParams, (world, { params }) =>
    pageOf(world.store.testClocks.newest(), params, {
      format: (row) => formatTestClock(world, row),
      url: PATH,
    }),
  ),
  route(`GET ${PATH}/:id`, retrieveParams, (world, { path }) =>
    formatTestClock(world, world.store.testClocks.get(path.id)),
  ),
  route(`DELETE ${PATH}/:id`, noParams, (world, { path }): Stripe.TestHelpers.DeletedTestClock => {
    const { id } = world.store.testClocks.get(path.id);
    deleteTestClock(world, id);
    return { id, object: 'test_helpers.test_clock', deleted: true };
  }),
  route(`POST ${PATH}/:id/advance`, advanceParams, (world, { path, params }) =>
    formatTestClock(world, startAdvancing(world, path.id, params.frozen_time)),
  ),
];

function createClock(world: World, params: Read<typeof createParams>) {
  const now = world.clock.now();
  if (params.frozen_time < 0) throw refuse('Invalid timestamp.', 'frozen_time');
  const clock = world.store.testClocks.insert({
    id: longId('clock'),
    created: now,
    name: params.name ?? null,
    frozenTime: params.frozen_time,
    target: null,
    status: 'ready',
    deletesAfter: now + KEPT_SECONDS,
  });
  if (params.customer !== undefined) attachCustomer(world, params.customer, clock.id);
  return formatTestClock(world, clock);
}

/** A customer comes to a clock for good; one with a past in another time cannot. */
function attachCustomer(world: World, id: string, testClock: string): void {
  const { testClock: old } = liveCustomer(world, id, 'customer');
  if (old !== null) throw refuse('This customer is on a test clock already.', 'customer');
  const { subscriptions, invoices, schedules } = world.store;
  const past = [
    ...subscriptions.where('customer', id),
    ...invoices.where('customer', id),
    ...schedules.where('customer', id),
  ];
  if (past.length > 0) {
    throw refuse('A customer with subscriptions or invoices cannot join a test clock.', 'customer');
  }
  world.store.customers.update(id, { testClock });
}

function startAdvancing(world: World, id: string, target: number): TestClock {
  const clock = world.store.testClocks.get(id);
  if (target <= clock.frozenTime) {
    const message = 'A test clock can only go forward: frozen_time must be after its current one.';
    throw refuse(message, 'frozen_time');
  }
  if (target > advanceLimit(world, clock)) {
    throw refuse(
      'A test clock can be advanced by at most two intervals of its shortest subscription, or by two years if it has none.',
      'frozen_time',
    );
  }
  return world.store.testClocks.update(id, { status: 'advancing', target });
}
