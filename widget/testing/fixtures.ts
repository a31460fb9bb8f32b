import type {
  Invoice,
  Overview,
  PaymentMethod,
  Plan,
  PlanPrice,
  Subscription,
} from '../../contract/billing.ts';
import { FEATURE_DEFAULTS, type PortalSettings } from '../../contract/portal.ts';

export const DAY = 86_400;
/** 12 November 2026, noon UTC: "now" in all fixtures. */
export const NOW = Date.UTC(2026, 10, 12, 12) / 1000;
export const RENEWAL = Date.UTC(2026, 11, 3, 12) / 1000;

export const SETTINGS: PortalSettings = {
  features: FEATURE_DEFAULTS,
  cancelEffective: 'period-end',
  locale: null,
  texts: {},
  testMode: false,
};

export function subscription(change: Partial<Subscription> = {}): Subscription {
  return {
    id: 'sub_1',
    status: 'active',
    items: [item('Pro', 2900)],
    currency: 'usd',
    currentPeriodEndAt: RENEWAL,
    cancelAt: null,
    cancelEffective: 'period-end',
    cancelEffectiveAt: RENEWAL,
    canceledAt: null,
    endedAt: null,
    trialEndAt: null,
    pause: null,
    scheduledChange: null,
    discounts: [],
    nextInvoice: { amountDue: 2900, currency: 'usd', dueAt: RENEWAL },
    openInvoice: null,
    paymentMethodId: 'pm_visa',
    allowedActions: ['change-plan', 'cancel', 'apply-promotion-code'],
    ...change,
  };
}

export function item(planName: string, unitAmount: number | null): Subscription['items'][number] {
  const name = planName.toLowerCase();
  return {
    id: `si_${name}`,
    quantity: 1,
    planName,
    productId: `prod_${name}`,
    priceId: `price_${name}_month`,
    unitLabel: null,
    unitAmount,
    currency: 'usd',
    interval: 'month',
    intervalCount: 1,
  };
}

export const VISA: PaymentMethod = {
  id: 'pm_visa',
  type: 'card',
  brand: 'visa',
  last4: '4242',
  expiryMonth: 8,
  expiryYear: 2027,
  isDefault: true,
  isExpired: false,
  canRemove: false,
};

export const MASTERCARD: PaymentMethod = {
  ...VISA,
  id: 'pm_mc',
  brand: 'mastercard',
  last4: '4444',
  isDefault: false,
  canRemove: true,
};

export function invoice(index: number, change: Partial<Invoice> = {}): Invoice {
  return {
    id: `in_${index}`,
    number: `ACME-${String(index).padStart(4, '0')}`,
    status: 'paid',
    createdAt: NOW - index * 30 * DAY,
    description: 'Pro',
    total: 2900,
    amountDue: 0,
    currency: 'usd',
    subscriptionId: 'sub_1',
    canPay: false,
    ...change,
  };
}

export function overviewOf(
  subscriptions: Subscription[],
  change: Partial<Overview> = {},
): Overview {
  return {
    customer: {
      id: 'cus_1',
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      preferredLocales: [],
      balance: null,
    },
    subscriptions,
    paymentMethods: [VISA, MASTERCARD],
    invoices: { data: [invoice(1), invoice(2), invoice(3)], nextCursor: 'in_3' },
    ...change,
  };
}

export const PLANS: Plan[] = [
  plan('Starter', 900, false),
  plan('Pro', 2900, true),
  plan('Team', 1200, false, { unitLabel: 'seat', quantity: { minimum: 1, maximum: 100 } }),
];

function plan(
  name: string,
  monthly: number,
  isCurrent: boolean,
  change: Partial<PlanPrice> = {},
): Plan {
  const { id: _id, quantity: _quantity, ...terms } = item(name, monthly);
  const month: PlanPrice = { ...terms, isCurrent, quantity: null, ...change };
  const year: PlanPrice = {
    ...month,
    priceId: terms.priceId.replace('month', 'year'),
    unitAmount: monthly * 10,
    interval: 'year',
    isCurrent: false,
  };
  return {
    productId: terms.productId,
    name,
    description: `${name} for people who mean it`,
    features: ['Unlimited projects', 'Support by email'],
    prices: [month, year],
  };
}
