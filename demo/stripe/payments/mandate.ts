import type Stripe from 'stripe';
import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import type { Wire } from '../wire/wire-object.ts';
import type { PaymentMethod } from './payment-method.ts';

/** The permission to take money from an account. Cards need none here. */
export interface Mandate {
  id: string;
  created: number;
  paymentMethod: string;
  type: 'sepa_debit' | 'us_bank_account';
  status: 'active' | 'inactive';
  acceptedAt: number;
  /** From a browser: where and with what. */
  online: { ipAddress: string | null; userAgent: string | null } | null;
}

/** The newest one of a method. */
export function mandateOf(world: World, paymentMethod: string): Mandate | undefined {
  return world.store.mandates.where('paymentMethod', paymentMethod).at(-1);
}

/** Kept where there is one already: saying yes twice changes nothing. */
export function acceptMandate(
  world: World,
  method: PaymentMethod,
  online: Mandate['online'],
): Mandate | null {
  const { type } = method.details;
  if (type === 'card') return null;
  const present = mandateOf(world, method.id);
  if (present?.status === 'active') return present;
  const now = world.clock.now();
  return world.store.mandates.insert({
    id: longId('mandate'),
    created: now,
    paymentMethod: method.id,
    type,
    status: 'active',
    acceptedAt: now,
    online,
  });
}

/** A mandate ends with its payment method. */
export function endMandate(world: World, paymentMethod: string): void {
  const mandate = mandateOf(world, paymentMethod);
  if (mandate?.status === 'active') world.store.mandates.update(mandate.id, { status: 'inactive' });
}

export function formatMandate(_world: World, mandate: Mandate): Wire<Stripe.Mandate> {
  return {
    id: mandate.id,
    object: 'mandate',
    customer_acceptance: {
      accepted_at: mandate.acceptedAt,
      ...(mandate.online === null
        ? { offline: {}, type: 'offline' }
        : {
            online: {
              ip_address: mandate.online.ipAddress,
              user_agent: mandate.online.userAgent,
            },
            type: 'online',
          }),
    },
    livemode: false,
    multi_use: {},
    payment_method: mandate.paymentMethod,
    payment_method_details:
      mandate.type === 'us_bank_account'
        ? { type: mandate.type, us_bank_account: {} }
        : {
            type: mandate.type,
            sepa_debit: {
              reference: mandate.id.slice(-16).toUpperCase(),
              url: `https://hooks.stripe.com/adapter/sepa_debit/file/${mandate.id}`,
            },
          },
    status: mandate.status,
    type: 'multi_use',
  };
}
