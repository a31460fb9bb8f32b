import type { World } from '../core/world.ts';
import type { StoredEvent } from '../events/event.ts';
import { nextTry } from './delivery.ts';
import type { Attempt, Delivery, Parcel } from './delivery.ts';
import { Disturbances } from './disturbances.ts';
import { isTaken, post } from './post.ts';
import type { Deliver } from './post.ts';
import { wants } from './webhook-endpoint.ts';

const REMEMBERED = 10_000;

/**
 * Brings events to the endpoints: each endpoint gets one after the other, all endpoints at the same
 * time. What is not taken waits for simulated time to move; time that jumps over several tries of a
 * delivery makes one of them.
 */
export class Dispatcher {
  readonly disturbances = new Disturbances();
  readonly #world: World;
  readonly #deliver: Deliver;
  readonly #queues = new Map<string, Delivery[]>();
  readonly #working = new Map<string, Promise<void>>();
  #attempts: Attempt[] = [];
  #isPumpSoon = false;

  constructor(world: World, deliver: Deliver) {
    this.#world = world;
    this.#deliver = deliver;
    world.events.onEvent((event) => this.#announce(event));
  }

  /** Sends what is due. Called by itself after every request and step of time. */
  pump(): void {
    for (const endpoint of this.#queues.keys()) {
      if (this.#working.has(endpoint) || !this.#hasDue(endpoint)) continue;
      this.#working.set(endpoint, this.#work(endpoint));
    }
  }

  /** Resolves when nothing that is due is on its way any more. */
  async settled(): Promise<void> {
    for (this.pump(); this.#working.size > 0; this.pump()) {
      await Promise.all(this.#working.values());
    }
  }

  /** The last sendings, oldest first. */
  attempts(): Attempt[] {
    return [...this.#attempts];
  }

  /** An event once more, whether it was taken or not: what the Dashboard's "Resend" does. */
  send(event: StoredEvent, endpoint: string): void {
    const now = this.#world.clock.accountNow();
    const parcel: Parcel = { event, endpoint, queuedAt: now, isTaken: true };
    this.enqueue([{ parcel, attempt: 1, dueAt: now }]);
  }

  enqueue(deliveries: Delivery[]): void {
    for (const delivery of deliveries) {
      const { endpoint } = delivery.parcel;
      const queue = this.#queues.get(endpoint) ?? [];
      queue.push(delivery);
      this.#queues.set(endpoint, queue);
    }
    this.#pumpSoon();
  }

  clear(): void {
    this.#queues.clear();
    this.#attempts = [];
    this.disturbances.clear();
  }

  #announce(event: StoredEvent): void {
    const now = this.#world.clock.accountNow();
    for (const endpoint of this.#world.store.webhookEndpoints.all()) {
      if (!wants(endpoint, event.type)) continue;
      event.pendingWebhooks += 1;
      const parcel: Parcel = { event, endpoint: endpoint.id, queuedAt: now, isTaken: false };
      this.enqueue(this.disturbances.pass({ parcel, attempt: 1, dueAt: now }));
    }
  }

  /** Never within the work that tells of something: first that is done, then its news go out. */
  #pumpSoon(): void {
    if (this.#isPumpSoon) return;
    this.#isPumpSoon = true;
    queueMicrotask(() => {
      this.#isPumpSoon = false;
      this.pump();
    });
  }

  #hasDue(endpoint: string): boolean {
    const now = this.#world.clock.accountNow();
    return this.#queues.get(endpoint)?.some(({ dueAt }) => dueAt <= now) === true;
  }

  async #work(endpoint: string): Promise<void> {
    for (let next = this.#takeDue(endpoint); next !== undefined; next = this.#takeDue(endpoint)) {
      await this.#attempt(next);
    }
    this.#working.delete(endpoint);
  }

  #takeDue(endpoint: string): Delivery | undefined {
    const now = this.#world.clock.accountNow();
    const queue = this.#queues.get(endpoint) ?? [];
    const index = queue.findIndex(({ dueAt }) => dueAt <= now);
    return index < 0 ? undefined : queue.splice(index, 1)[0];
  }

  /** An endpoint that was switched off or deleted meanwhile gets nothing, now or later. */
  async #attempt(delivery: Delivery): Promise<void> {
    const { parcel, attempt } = delivery;
    const { event } = parcel;
    const endpoint = this.#world.store.webhookEndpoints.find(parcel.endpoint);
    if (endpoint?.isEnabled !== true) return;
    const at = this.#world.clock.accountNow();
    const queue = this.#queues.get(parcel.endpoint);
    const receipt = await post(this.#deliver, event, { endpoint, at });
    if (queue === undefined || this.#queues.get(parcel.endpoint) !== queue) return;
    this.#remember({
      event: event.id,
      type: event.type,
      endpoint: endpoint.id,
      attempt,
      at,
      ...receipt,
    });
    const isNews = !parcel.isTaken;
    if (isTaken(receipt)) {
      parcel.isTaken = true;
      if (isNews) event.pendingWebhooks -= 1;
      return;
    }
    const again = isNews ? nextTry(delivery, at) : null;
    if (again !== null) queue.push(again);
  }

  #remember(attempt: Attempt): void {
    this.#attempts.push(attempt);
    if (this.#attempts.length > REMEMBERED) this.#attempts.shift();
  }
}
