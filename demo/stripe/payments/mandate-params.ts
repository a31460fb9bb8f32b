import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import { refuse } from '../wire/fault.ts';
import { integer, oneOf, required, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { acceptMandate, mandateOf } from './mandate.ts';
import type { Mandate } from './mandate.ts';
import type { PaymentMethod } from './payment-method.ts';

export const mandateData = shape<Stripe.SetupIntentConfirmParams.MandateData>()({
  customer_acceptance: required(
    shape<Stripe.SetupIntentConfirmParams.MandateData.CustomerAcceptance>()({
      accepted_at: integer,
      offline: shape<object>()({}),
      online: shape<{ ip_address?: string; user_agent?: string }>()({
        ip_address: text,
        user_agent: text,
      }),
      type: required(oneOf('offline', 'online')),
    }),
  ),
});

/**
 * The mandate under which an account may be debited: the one there is, or the one accepted now. In
 * a browser the customer accepts it by confirming. @throws 400 where nobody has accepted any.
 */
export function readMandate(
  world: World,
  method: PaymentMethod,
  sent: { data: Read<typeof mandateData> | '' | undefined; isBrowser: boolean },
): Mandate | null {
  if (method.details.type === 'card') return null;
  const { customer_acceptance: acceptance } = sent.data || {};
  if (acceptance !== undefined) {
    const { ip_address: ipAddress = null, user_agent: userAgent = null } = acceptance.online ?? {};
    const online = acceptance.type === 'online' ? { ipAddress, userAgent } : null;
    return acceptMandate(world, method, online);
  }
  if (sent.isBrowser) return acceptMandate(world, method, { ipAddress: null, userAgent: null });
  const present = mandateOf(world, method.id);
  if (present?.status === 'active') return present;
  throw refuse(
    `Missing required param: mandate_data. A ${method.details.type} payment method needs a mandate.`,
    'mandate_data',
    'parameter_missing',
  );
}
