import type { Decline } from './declines.ts';
import type { PaymentMethod } from './payment-method.ts';

/** What a bank is asked. */
export interface ChargeRequest {
  customer: string | null;
  paymentIntent: string;
  method: PaymentMethod;
  amount: number;
  currency: string;
}

/** Who decides about charges. */
export interface Bank {
  /**
   * Asked before every charge: a decline, null to let it through, or undefined to leave it to the
   * rule of the test number. It may be replaced, and may count.
   */
  answer: (request: ChargeRequest) => Decline | null | undefined;
}

export function createBank(): Bank {
  return { answer: () => undefined };
}
