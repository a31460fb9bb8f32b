import type { Preview } from '../../contract/billing.ts';
import type { Failure } from '../failure.ts';
import type { PaymentStep } from './payment-step.ts';

export type OrderState =
  | { kind: 'loading' }
  | { kind: 'choosing'; failure: Failure | null }
  | { kind: 'previewing' }
  | { kind: 'reviewing'; preview: Preview; hasChanged: boolean; failure: Failure | null }
  | { kind: 'sending'; preview: Preview }
  | { kind: 'adding'; step: PaymentStep }
  | { kind: 'checking'; subscriptionId: string }
  | { kind: 'late'; subscriptionId: string }
  /** Nothing can be shown without what failed here. */
  | { kind: 'stuck'; failure: Failure; retry: () => void };

/** Problems that another choice can mend. */
export const CHOICE_PROBLEMS: ReadonlySet<string> = new Set([
  'quantity-invalid',
  'plan-unavailable',
]);

/** Whether the customer would see the same figures. */
export function hasSameAmounts(one: Preview, other: Preview): boolean {
  return (
    one.currency === other.currency &&
    one.dueNow === other.dueNow &&
    one.effective === other.effective &&
    one.creditLeft === other.creditLeft &&
    one.next?.amount === other.next?.amount
  );
}

/** What is new about a review that is shown again. */
export interface ReviewNews {
  hasChanged?: boolean;
  failure?: Failure | null;
}
