import type { StoredEvent } from '../events/event.ts';
import type { Receipt } from './post.ts';

/** One event for one endpoint, however often it is sent. */
export interface Parcel {
  readonly event: StoredEvent;
  readonly endpoint: string;
  readonly queuedAt: number;
  isTaken: boolean;
}

/** One sending of a parcel: its first, or a later one. */
export interface Delivery {
  readonly parcel: Parcel;
  /** From 1. */
  readonly attempt: number;
  readonly dueAt: number;
}

/** A sending that has happened. */
export interface Attempt extends Receipt {
  event: string;
  type: string;
  endpoint: string;
  attempt: number;
  at: number;
}

const FIRST_WAIT = 5 * 60;
const LONGEST = 3 * 86_400;

/**
 * When a delivery that was not taken is tried again: after five minutes, ten, twenty … for up to
 * three days. Stripe says the three days and that the waits grow, not by how much.
 * @see https://docs.stripe.com/webhooks#retries
 */
export function nextTry({ parcel, attempt }: Delivery, now: number): Delivery | null {
  const dueAt = now + FIRST_WAIT * 2 ** (attempt - 1);
  return dueAt > parcel.queuedAt + LONGEST ? null : { parcel, attempt: attempt + 1, dueAt };
}
