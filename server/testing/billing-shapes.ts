/** A customer's billing by the contract (contract/billing.ts), as strict schemas. */
import * as v from 'valibot';
import type {
  Discount,
  Invoice,
  PaymentMethod,
  Plan,
  Preview,
  Subscription,
} from '../../contract/billing.ts';
import { exactly } from '../schemas.ts';

const moment = v.nullable(v.number());
const text = v.nullable(v.string());
const effective = v.picklist(['now', 'period-end']);
const amount = v.strictObject({ amount: v.number(), currency: v.string() });

const terms = {
  planName: v.string(),
  productId: v.string(),
  priceId: v.string(),
  unitLabel: text,
  unitAmount: v.nullable(v.number()),
  currency: v.string(),
  interval: v.picklist(['day', 'week', 'month', 'year']),
  intervalCount: v.number(),
};

export const discount = exactly<Discount>()(
  v.strictObject({
    id: v.string(),
    name: v.string(),
    code: text,
    percentOff: v.nullable(v.number()),
    amountOff: v.nullable(amount),
    duration: v.picklist(['once', 'repeating', 'forever']),
    endAt: moment,
  }),
);

export const subscription = exactly<Subscription>()(
  v.strictObject({
    id: v.string(),
    status: v.picklist([
      'incomplete',
      'incomplete_expired',
      'trialing',
      'active',
      'past_due',
      'canceled',
      'unpaid',
      'paused',
    ]),
    items: v.array(v.strictObject({ ...terms, id: v.string(), quantity: v.number() })),
    currency: v.string(),
    currentPeriodEndAt: moment,
    cancelAt: moment,
    cancelEffective: effective,
    cancelEffectiveAt: moment,
    canceledAt: moment,
    endedAt: moment,
    trialEndAt: moment,
    pause: v.nullable(v.strictObject({ resumesAt: moment })),
    scheduledChange: v.nullable(
      v.strictObject({
        effectiveAt: v.number(),
        items: v.array(v.strictObject({ ...terms, quantity: v.number() })),
      }),
    ),
    discounts: v.array(discount),
    nextInvoice: v.nullable(
      v.strictObject({ amountDue: v.number(), currency: v.string(), dueAt: v.number() }),
    ),
    openInvoice: v.nullable(
      v.strictObject({
        id: v.string(),
        amountDue: v.number(),
        currency: v.string(),
        createdAt: v.number(),
        isAttempted: v.boolean(),
        nextAttemptAt: moment,
      }),
    ),
    paymentMethodId: text,
    allowedActions: v.array(
      v.picklist([
        'change-plan',
        'change-quantity',
        'undo-scheduled-change',
        'cancel',
        'keep',
        'resubscribe',
        'apply-promotion-code',
        'pay-invoice',
      ]),
    ),
  }),
);

export const plan = exactly<Plan>()(
  v.strictObject({
    productId: v.string(),
    name: v.string(),
    description: text,
    features: v.array(v.string()),
    prices: v.array(
      v.strictObject({
        ...terms,
        isCurrent: v.boolean(),
        quantity: v.nullable(v.strictObject({ minimum: v.number(), maximum: v.number() })),
      }),
    ),
  }),
);

export const previewShape = exactly<Preview>()(
  v.strictObject({
    currency: v.string(),
    dueNow: v.number(),
    lines: v.array(
      v.strictObject({
        kind: v.picklist(['charge', 'credit', 'discount', 'tax', 'balance']),
        planName: text,
        quantity: v.nullable(v.number()),
        amount: v.number(),
        periodStartAt: moment,
        periodEndAt: moment,
        isProration: v.boolean(),
      }),
    ),
    next: v.nullable(v.strictObject({ amount: v.number(), date: v.number() })),
    effective,
    effectiveAt: v.number(),
    creditLeft: v.number(),
    discounts: v.array(discount),
    previewToken: v.string(),
    previewExpiresAt: v.number(),
  }),
);

export const invoice = exactly<Invoice>()(
  v.strictObject({
    id: v.string(),
    number: text,
    status: v.picklist(['open', 'paid', 'uncollectible', 'void']),
    createdAt: v.number(),
    description: text,
    total: v.number(),
    amountDue: v.number(),
    currency: v.string(),
    subscriptionId: text,
    canPay: v.boolean(),
  }),
);

export const paymentMethod = exactly<PaymentMethod>()(
  v.strictObject({
    id: v.string(),
    type: v.string(),
    brand: text,
    last4: text,
    expiryMonth: v.nullable(v.number()),
    expiryYear: v.nullable(v.number()),
    isDefault: v.boolean(),
    isExpired: v.boolean(),
    canRemove: v.boolean(),
  }),
);

export function page<Item extends v.GenericSchema>(item: Item) {
  return v.strictObject({ data: v.array(item), nextCursor: text });
}
