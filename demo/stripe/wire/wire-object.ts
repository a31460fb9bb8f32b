import type Stripe from 'stripe';

/**
 * One of Stripe's types as it looks in JSON: decimals are strings there. The formatters return it,
 * so that a field that the SDK promises and a formatter forgets does not compile.
 */
export type Wire<T> = T extends Stripe.Decimal
  ? string
  : T extends (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [Key in keyof T]: Wire<T[Key]> }
      : T;

/** Any JSON object of the wire, where its type does not matter. */
export type WireObject = { [key: string]: unknown };
