import type Stripe from 'stripe';

/** The SDK's way to say that an enum may grow. What goes over our wire is held to what it knows. */
type OtherString = string & Record<never, never>;

type IsSame<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Closed<T extends string> = IsSame<T, OtherString> extends true ? never : T;

/** One of the SDK's `*Params` as its form says it: all values are text, and `''` clears. */
export type Form<T> = T extends null | ''
  ? ''
  : T extends boolean | number
    ? `${T}`
    : T extends Stripe.Decimal
      ? `${number}`
      : T extends string
        ? Closed<T>
        : T extends readonly (infer Item)[]
          ? Form<Item>[]
          : T extends object
            ? { [Key in keyof T]: Form<T[Key]> }
            : T;

/** One of the SDK's results as its JSON says it: decimals are text. */
export type Answer<T> = T extends Stripe.Decimal
  ? `${number}`
  : T extends string
    ? Closed<T>
    : T extends readonly (infer Item)[]
      ? Answer<Item>[]
      : T extends object
        ? {
            [Key in keyof T]: Key extends 'previous_attributes'
              ? Earlier<Answer<T[Key]>>
              : Answer<T[Key]>;
          }
        : T;

/** An event says of objects only the keys that changed; the SDK's types leave that out. */
type Earlier<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [Key in keyof T]?: Earlier<T[Key]> | null }
    : T;
