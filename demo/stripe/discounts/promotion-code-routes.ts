import type Stripe from 'stripe';
import { currencyCode } from '../catalogue/price-params.ts';
import { longId, randomText } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import {
  clearableMetadata,
  expand,
  isWithin,
  mergeMetadata,
  metadata,
  pageFields,
  timeFilter,
} from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { flag, integer, later, mapOf, oneOf, required, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { liveCoupon } from './coupon-routes.ts';
import { formatPromotionCode, isCodeActive } from './promotion-code.ts';
import type { PromotionCode } from './promotion-code.ts';

type Params = Stripe.PromotionCodeCreateParams;

const createParams = shape<Params>()({
  promotion: required(
    shape<Stripe.PromotionCodeCreateParams.Promotion>()({
      coupon: required(text),
      type: required(oneOf('coupon')),
    }),
  ),
  active: flag,
  code: text,
  customer: text,
  expand,
  expires_at: integer,
  max_redemptions: integer,
  metadata,
  restrictions: shape<Stripe.PromotionCodeCreateParams.Restrictions>()({
    currency_options: mapOf(
      shape<Stripe.PromotionCodeCreateParams.Restrictions.CurrencyOptions>()({
        minimum_amount: required(integer),
      }),
    ),
    first_time_transaction: flag,
    minimum_amount: integer,
    minimum_amount_currency: currencyCode,
  }),
  ...later('customer_account'),
});
const updateParams = shape<Stripe.PromotionCodeUpdateParams>()({
  active: flag,
  expand,
  metadata: clearableMetadata,
  restrictions: shape<Stripe.PromotionCodeUpdateParams.Restrictions>()({
    currency_options: mapOf(
      shape<Stripe.PromotionCodeUpdateParams.Restrictions.CurrencyOptions>()({
        minimum_amount: required(integer),
      }),
    ),
  }),
});
const listParams = shape<Stripe.PromotionCodeListParams>()({
  ...pageFields,
  active: flag,
  code: text,
  coupon: text,
  created: timeFilter,
  customer: text,
  ...later('customer_account'),
});
const retrieveParams = shape<Stripe.PromotionCodeRetrieveParams>()({ expand });

export const promotionCodeRoutes: Route[] = [
  route('POST /v1/promotion_codes', createParams, (world, { params }) => createCode(world, params)),
  route('GET /v1/promotion_codes/:id', retrieveParams, (world, { path }) =>
    formatPromotionCode(world, world.store.promotionCodes.get(path.id)),
  ),
  route('POST /v1/promotion_codes/:id', updateParams, (world, { path, params }) => {
    const old = world.store.promotionCodes.get(path.id);
    const minimumAmounts = { ...old.minimumAmounts };
    for (const [code, option] of Object.entries(params.restrictions?.currency_options ?? {})) {
      minimumAmounts[code.toLowerCase()] = option.minimum_amount;
    }
    const next = world.store.promotionCodes.update(path.id, {
      minimumAmounts,
      isSwitchedOn: params.active ?? old.isSwitchedOn,
      metadata: mergeMetadata(old.metadata, params.metadata),
    });
    return formatPromotionCode(world, next);
  }),
  route('GET /v1/promotion_codes', listParams, (world, { params }) => {
    const wanted = params.code?.toLowerCase();
    const rows = world.store.promotionCodes.newest(
      (code) =>
        (params.active === undefined || params.active === isCodeActive(world, code)) &&
        (wanted === undefined || code.code.toLowerCase() === wanted) &&
        (params.coupon ?? code.coupon) === code.coupon &&
        (params.customer === undefined || code.customer === params.customer) &&
        isWithin(code.created, params.created),
    );
    const format = (row: PromotionCode) => formatPromotionCode(world, row);
    return pageOf(rows, params, { format, url: '/v1/promotion_codes' });
  }),
];

function createCode(world: World, params: Read<typeof createParams>) {
  const coupon = liveCoupon(world, params.promotion.coupon, 'promotion[coupon]');
  const customer = params.customer ?? null;
  if (customer !== null) world.store.customers.get(customer, 'customer');
  if (params.expires_at !== undefined && params.expires_at <= world.clock.now()) {
    throw refuse('expires_at must be in the future.', 'expires_at');
  }
  const spelling = params.code ?? randomText(8).toUpperCase();
  if (!/^[\w-]+$/.test(spelling))
    throw refuse('Promotion codes may have letters, digits and dashes.', 'code');
  refuseTwin(world, spelling, customer);
  const { restrictions } = params;
  const minimumAmounts: Record<string, number> = {};
  for (const [code, option] of Object.entries(restrictions?.currency_options ?? {})) {
    minimumAmounts[code] = option.minimum_amount;
  }
  const minimumCurrency = restrictions?.minimum_amount_currency ?? null;
  if (minimumCurrency !== null && restrictions?.minimum_amount !== undefined) {
    minimumAmounts[minimumCurrency] = restrictions.minimum_amount;
  }
  const code = world.store.promotionCodes.insert({
    id: longId('promo'),
    created: world.clock.now(),
    code: spelling,
    coupon: coupon.id,
    isSwitchedOn: params.active ?? true,
    customer,
    expiresAt: params.expires_at ?? null,
    maxRedemptions: params.max_redemptions ?? null,
    timesRedeemed: 0,
    metadata: mergeMetadata({}, params.metadata),
    firstTimeTransaction: restrictions?.first_time_transaction ?? false,
    minimumAmounts,
    minimumCurrency,
  });
  return formatPromotionCode(world, code);
}

/** The same text may be active once for everybody and once for each customer. */
function refuseTwin(world: World, spelling: string, customer: string | null): void {
  const isTwin = world.store.promotionCodes
    .all()
    .some(
      (code) =>
        code.code.toLowerCase() === spelling.toLowerCase() &&
        code.customer === customer &&
        isCodeActive(world, code),
    );
  if (isTwin) {
    throw refuse(`An active promotion code with \`code: ${spelling}\` already exists.`, 'code');
  }
}
