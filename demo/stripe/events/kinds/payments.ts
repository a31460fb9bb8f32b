import { formatPaymentIntent } from '../../payments/payment-intent.ts';
import type { PaymentIntent } from '../../payments/payment-intent.ts';
import { formatPaymentMethod } from '../../payments/payment-method.ts';
import type { PaymentMethod } from '../../payments/payment-method.ts';
import { formatSetupIntent } from '../../payments/setup-intent.ts';
import type { SetupIntent } from '../../payments/setup-intent.ts';
import { kind, stretches } from '../kind.ts';
import type { Kind, Turn } from '../kind.ts';

export const paymentKinds: Kind[] = [
  kind('paymentMethods', { show: formatPaymentMethod, name: nameMethod }),
  kind('setupIntents', {
    show: formatSetupIntent,
    name: (turn) => nameIntent(turn, { prefix: 'setup_intent', failed: 'setup_failed' }),
    moments: (change) => stretches(change, stateOf),
  }),
  kind('paymentIntents', {
    show: formatPaymentIntent,
    name: (turn) => nameIntent(turn, { prefix: 'payment_intent', failed: 'payment_failed' }),
    moments: (change) => stretches(change, stateOf),
    touches: ({ after }) => [['invoices', after?.invoice ?? null]],
  }),
];

function nameMethod({ before, after, isChanged }: Turn<PaymentMethod>): string[] {
  const [old, owner] = [before?.customer ?? null, after?.customer ?? null];
  if (old === null && owner !== null) return ['payment_method.attached'];
  if (old !== null && owner === null) return ['payment_method.detached'];
  if (!isChanged || owner === null) return [];
  const isByNetwork = before?.automaticallyUpdatedAt !== after?.automaticallyUpdatedAt;
  return [isByNetwork ? 'payment_method.automatically_updated' : 'payment_method.updated'];
}

const TOLD = new Set(['requires_action', 'processing', 'succeeded', 'canceled']);

function nameIntent(
  { before, after }: Turn<PaymentIntent | SetupIntent>,
  words: { prefix: string; failed: string },
): string[] {
  if (after === undefined) return [];
  const types = before === undefined ? [`${words.prefix}.created`] : [];
  if (after.status !== before?.status && TOLD.has(after.status)) {
    types.push(`${words.prefix}.${after.status}`);
  }
  const isRefused = after.lastError !== null && after.lastError !== before?.lastError;
  return isRefused ? [...types, `${words.prefix}.${words.failed}`] : types;
}

function stateOf({ status, lastError }: PaymentIntent | SetupIntent): string {
  return `${status} ${lastError === null ? '' : 'refused'}`;
}
