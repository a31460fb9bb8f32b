import type Stripe from 'stripe';
import { currencyCode } from '../catalogue/price-params.ts';
import { randomText } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { checkStep } from '../money/currency-step.ts';
import {
  clearableMetadata,
  expand,
  isWithin,
  mergeMetadata,
  pageFields,
  timeFilter,
} from '../wire/common-params.ts';
import { noSuch, refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { decimal, integer, listOf, mapOf, oneOf, required, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { formatCoupon } from './coupon.ts';
import type { Coupon } from './coupon.ts';

const createParams = shape<Stripe.CouponCreateParams>()({
  amount_off: integer,
  applies_to: shape<Stripe.CouponCreateParams.AppliesTo>()({ products: listOf(text) }),
  currency: currencyCode,
  currency_options: mapOf(
    shape<Stripe.CouponCreateParams.CurrencyOptions>()({ amount_off: required(integer) }),
  ),
  duration: oneOf('once', 'repeating', 'forever'),
  duration_in_months: integer,
  expand,
  id: text,
  max_redemptions: integer,
  metadata: clearableMetadata,
  name: text,
  percent_off: decimal,
  redeem_by: integer,
});
const updateParams = shape<Stripe.CouponUpdateParams>()({
  currency_options: mapOf(
    shape<Stripe.CouponUpdateParams.CurrencyOptions>()({ amount_off: required(integer) }),
  ),
  expand,
  metadata: clearableMetadata,
  name: text,
});
const listParams = shape<Stripe.CouponListParams>()({ ...pageFields, created: timeFilter });
const retrieveParams = shape<Stripe.CouponRetrieveParams>()({ expand });
const noParams = shape<Stripe.CouponDeleteParams>()({});

export const couponRoutes: Route[] = [
  route('POST /v1/coupons', createParams, (world, { params }) => createCoupon(world, params)),
  route('GET /v1/coupons/:id', retrieveParams, (world, { path }) =>
    formatCoupon(world, liveCoupon(world, path.id)),
  ),
  route('POST /v1/coupons/:id', updateParams, (world, { path, params }) => {
    const old = liveCoupon(world, path.id);
    const next = world.store.coupons.update(path.id, {
      amountsOff: { ...old.amountsOff, ...readOptions(old, params.currency_options ?? {}) },
      name: params.name ?? old.name,
      metadata: mergeMetadata(old.metadata, params.metadata),
    });
    return formatCoupon(world, next);
  }),
  route('DELETE /v1/coupons/:id', noParams, (world, { path }) => {
    world.store.coupons.update(liveCoupon(world, path.id).id, { isDeleted: true });
    return { id: path.id, object: 'coupon', deleted: true } satisfies Stripe.DeletedCoupon;
  }),
  route('GET /v1/coupons', listParams, (world, { params }) =>
    pageOf(
      world.store.coupons.newest(
        (coupon) => !coupon.isDeleted && isWithin(coupon.created, params.created),
      ),
      params,
      { format: (row) => formatCoupon(world, row), url: '/v1/coupons' },
    ),
  ),
];

/** A deleted coupon is gone for new use; discounts made from it before still know it. */
export function liveCoupon(world: World, id: string, param?: string): Coupon {
  const coupon = world.store.coupons.get(id, param);
  if (coupon.isDeleted) throw noSuch('coupon', id, param);
  return coupon;
}

function createCoupon(world: World, params: Read<typeof createParams>) {
  checkCoupon(world, params);
  const { amount_off: amountOff, currency } = params;
  const amountsOff: Record<string, number> = {};
  if (amountOff !== undefined && currency !== undefined) amountsOff[currency] = amountOff;
  const own = { currency: amountOff === undefined ? null : (currency ?? null) };
  Object.assign(amountsOff, readOptions(own, params.currency_options ?? {}));
  const coupon = world.store.coupons.insert({
    id: params.id ?? randomText(8),
    created: world.clock.now(),
    name: params.name ?? null,
    metadata: mergeMetadata({}, params.metadata),
    percentOff: params.percent_off === undefined ? null : Number(params.percent_off),
    amountsOff,
    currency: amountOff === undefined ? null : (currency ?? null),
    duration: params.duration ?? 'once',
    durationInMonths: params.duration_in_months ?? null,
    appliesTo: params.applies_to?.products ?? null,
    maxRedemptions: params.max_redemptions ?? null,
    redeemBy: params.redeem_by ?? null,
    timesRedeemed: 0,
    isDeleted: false,
  });
  return formatCoupon(world, coupon);
}

/** What it takes off in other currencies than its own, which cannot be changed. */
function readOptions(
  { currency: own }: Pick<Coupon, 'currency'>,
  options: Record<string, { amount_off: number }>,
): Record<string, number> {
  const entries = Object.entries(options).map(([code, { amount_off: amount }]) => {
    const at = `currency_options[${code}]`;
    const currency = currencyCode.read(code, at);
    if (own === null || currency === own) {
      throw refuse('Only other currencies of an amount can be set.', at);
    }
    if (amount < 1) throw refuse('Invalid positive integer', `${at}[amount_off]`);
    checkStep(amount, currency, `${at}[amount_off]`);
    return [currency, amount] as const;
  });
  return Object.fromEntries(entries);
}

function checkCoupon(world: World, params: Read<typeof createParams>): void {
  const { amount_off: amountOff, percent_off: percentOff } = params;
  if ((amountOff === undefined) === (percentOff === undefined)) {
    throw refuse('You must pass either percent_off or amount_off, but not both.', 'percent_off');
  }
  if (amountOff !== undefined && params.currency === undefined) {
    throw refuse('Missing required param: currency.', 'currency', 'parameter_missing');
  }
  if (amountOff !== undefined && amountOff < 1)
    throw refuse('Invalid positive integer', 'amount_off');
  checkStep(amountOff ?? 0, params.currency ?? '', 'amount_off');
  if (percentOff !== undefined && !(Number(percentOff) > 0 && Number(percentOff) <= 100)) {
    throw refuse('percent_off must be between 0 and 100.', 'percent_off');
  }
  if ((params.duration === 'repeating') !== (params.duration_in_months !== undefined)) {
    throw refuse('duration_in_months goes with duration=repeating.', 'duration_in_months');
  }
  if (params.redeem_by !== undefined && params.redeem_by <= world.clock.now()) {
    throw refuse('redeem_by must be in the future.', 'redeem_by');
  }
  if (params.id !== undefined && world.store.coupons.find(params.id)?.isDeleted === false) {
    throw refuse('Coupon already exists.', 'id', 'resource_already_exists');
  }
  for (const product of params.applies_to?.products ?? []) {
    world.store.products.get(product, 'applies_to[products]');
  }
}
