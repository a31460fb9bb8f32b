import type { World } from '../core/world.ts';
import { formatEvent } from '../events/event.ts';
import { tell } from '../events/tell.ts';
import type { Attempt } from './delivery.ts';
import type { Reordering } from './disturbances.ts';
import { Dispatcher } from './dispatcher.ts';
import type { Deliver } from './post.ts';
import { newSecret } from './webhook-endpoint-routes.ts';

/** The deliveries of events, and what can be done to them that Stripe's API cannot. */
export class Webhooks {
  readonly #world: World;
  readonly #dispatcher: Dispatcher;

  constructor(world: World, deliver: Deliver) {
    this.#world = world;
    this.#dispatcher = new Dispatcher(world, deliver);
  }

  /** Resolves when nothing that is due is on its way any more; what waits for time stays waiting. */
  settled(): Promise<void> {
    return this.#dispatcher.settled();
  }

  /** Sends what is due: needed only where time passes without anybody asking for anything. */
  pump(): void {
    this.#dispatcher.pump();
  }

  /** What was sent, and how it was taken; oldest first. */
  attempts(): Attempt[] {
    return this.#dispatcher.attempts();
  }

  /** The next deliveries never arrive, and are not tried again. */
  drop(count: number): void {
    this.#dispatcher.disturbances.drop(count);
  }

  /** Every delivery leaves so many simulated seconds later; 0 ends it. */
  delay(seconds: number): void {
    this.#dispatcher.disturbances.delay(seconds);
  }

  /** Deliveries arrive twice: the next ones, or every nth until `every: 0`. */
  duplicate(which: { next?: number | undefined; every?: number | undefined }): void {
    this.#dispatcher.disturbances.duplicate(which);
  }

  /** Holds the next deliveries back, then sends them reversed or shuffled. Happens once. */
  reorder(reordering: Reordering): void {
    this.#dispatcher.disturbances.reorder(reordering);
  }

  /** What is held back goes on its way now, few as it may be. */
  release(): void {
    this.#dispatcher.enqueue(this.#dispatcher.disturbances.release());
  }

  /** Nothing disturbs deliveries any more; what was held back goes on its way. */
  calm(): void {
    this.release();
    this.#dispatcher.disturbances.clear();
  }

  /** Sends an event to an endpoint once more. @throws where one of them does not exist. */
  resend(event: string, endpoint: string): void {
    const { id } = this.#world.store.webhookEndpoints.get(endpoint, 'endpoint');
    this.#dispatcher.send(this.#world.events.get(event, this.#world.clock.accountNow()), id);
  }

  /** Tells of something that nothing here can cause, with the object as it is now. */
  trigger(type: string, object: string) {
    const { clock } = this.#world;
    clock.freeze(clock.now());
    try {
      return formatEvent(tell(this.#world, type, object));
    } finally {
      clock.thaw();
    }
  }

  /** A second secret, as while one is being replaced: deliveries are then signed with both. */
  addSecret(endpoint: string): string {
    const { store } = this.#world;
    const secret = newSecret();
    const { secrets } = store.webhookEndpoints.get(endpoint, 'endpoint');
    store.webhookEndpoints.update(endpoint, { secrets: [...secrets, secret] });
    store.commit();
    return secret;
  }

  /** Forgets what is on its way, what was sent, and every disturbance. */
  reset(): void {
    this.#dispatcher.clear();
  }
}
