import type { Discount, PaymentMethod, PriceTerms, Subscription } from '../../contract/billing.ts';
import type { PortalScreen } from '../flow.ts';
import { intervalText } from '../i18n/interval.ts';

type Wording = Pick<PortalScreen, 'words' | 'format'>;

/** By Stripe's `brand` and by its `display_brand`, which spells some of them otherwise. */
const BRANDS = new Map(
  Object.entries({
    amex: 'American Express',
    american_express: 'American Express',
    cartes_bancaires: 'Cartes Bancaires',
    diners: 'Diners Club',
    diners_club: 'Diners Club',
    eftpos_australia: 'eftpos Australia',
    jcb: 'JCB',
    union_pay: 'UnionPay',
    unionpay: 'UnionPay',
  }),
);

/** "Visa •••• 4242", or what Stripe calls it where it is no card. */
export function methodName({ words }: Wording, method: PaymentMethod): string {
  const { brand, type, last4 } = method;
  const name = brand ? (BRANDS.get(brand) ?? brand.charAt(0).toUpperCase() + brand.slice(1)) : null;
  const kind =
    type === 'card'
      ? words.t('methods.card')
      : /debit|bank/.test(type)
        ? words.t('methods.bank-debit')
        : words.t('methods.unknown');
  return `${name ?? kind}${last4 ? ` •••• ${last4}` : ''}`;
}

/** "Expires 08/2027"; '' where it does not, or has done so already. */
export function expiryText({ words, format }: Wording, method: PaymentMethod): string {
  const { expiryMonth: month, expiryYear: year, isExpired } = method;
  if (month === null || year === null || isExpired) return '';
  return words.t('methods.expires', { date: format.monthYear(month, year) });
}

export function methodById(portal: PortalScreen, id: string | null): PaymentMethod | undefined {
  return portal.overview.paymentMethods.find((method) => method.id === id);
}

/** The plans of a subscription, or of what it changes to: "Pro and Extra storage". */
export function planNames({ format }: Wording, items: readonly { planName: string }[]): string {
  return format.list([...new Set(items.map(({ planName }) => planName))]);
}

/** "$29.00 per month"; for several units, what each costs. */
export function priceText({ words, format }: Wording, price: PriceTerms, quantity = 1): string {
  if (price.unitAmount === null) return words.t('price.by-use');
  const interval = intervalText(words, price.interval, price.intervalCount);
  const amount = format.money(price.unitAmount, price.currency);
  const unit = price.unitLabel;
  if (unit) return words.t('price.each-unit', { price: amount, unit, interval });
  return quantity === 1
    ? words.t('price.each', { price: amount, interval })
    : words.t('price.each-one', { price: amount, interval });
}

/** "Launch offer (code LAUNCH20): 20% off, until 3 December 2026". */
export function discountText({ words, format }: Wording, discount: Discount): string {
  const { code, percentOff, amountOff, endAt, duration } = discount;
  const name = code ? words.t('discount.code', { name: discount.name, code }) : discount.name;
  const what =
    percentOff !== null
      ? words.t('discount.percent', { name, percent: format.percent(percentOff) })
      : amountOff
        ? words.t('discount.amount', {
            name,
            amount: format.money(amountOff.amount, amountOff.currency),
          })
        : name;
  if (endAt !== null)
    return words.t('discount.until', { discount: what, date: format.date(endAt) });
  return duration === 'once' ? words.t('discount.once', { discount: what }) : what;
}

export function hasEnded({ status }: Subscription): boolean {
  return status === 'canceled' || status === 'incomplete_expired';
}
