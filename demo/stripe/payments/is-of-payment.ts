import { isWithin } from '../wire/common-params.ts';
import type { TimeFilter } from '../wire/common-params.ts';

interface Filter {
  payment_intent?: string | undefined;
  created?: TimeFilter | undefined;
}

/** Whether a list that was asked for by its payment and its time has this in it. */
export function isOfPayment(
  { paymentIntent, created }: { paymentIntent: string | null; created: number },
  filter: Filter,
): boolean {
  return (
    (filter.payment_intent ?? paymentIntent) === paymentIntent && isWithin(created, filter.created)
  );
}
