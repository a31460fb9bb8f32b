import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import type { Wire } from '../wire/wire-object.ts';

/** A time of its own for a few customers, which moves only when it is told to. */
export interface TestClock {
  id: string;
  created: number;
  name: string | null;
  frozenTime: number;
  /** Where it is going, while its status is `advancing`. */
  target: number | null;
  status: 'ready' | 'advancing';
  deletesAfter: number;
}

export function formatTestClock(
  _world: World,
  clock: TestClock,
): Wire<Stripe.TestHelpers.TestClock> {
  return {
    id: clock.id,
    object: 'test_helpers.test_clock',
    created: clock.created,
    deletes_after: clock.deletesAfter,
    frozen_time: clock.frozenTime,
    livemode: false,
    name: clock.name,
    status: clock.status,
    status_details:
      clock.target === null ? {} : { advancing: { target_frozen_time: clock.target } },
  };
}
