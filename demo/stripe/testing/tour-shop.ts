import type Stripe from 'stripe';

export type Shop = Awaited<ReturnType<typeof openShop>>;

/** The first part of the tour: what is sold, and for how much less. */
export async function openShop(stripe: Stripe) {
  const tax = await stripe.taxRates.create({
    display_name: 'VAT',
    inclusive: false,
    percentage: 20,
  });
  await stripe.taxRates.list({ active: true });
  const basic = await stripe.products.create({
    name: 'Basic',
    unit_label: 'seat',
    marketing_features: [{ name: 'All you need' }],
  });
  const plus = await stripe.products.create({ name: 'Plus', description: 'More' });
  await stripe.products.update(plus.id, { description: 'Much more', metadata: { tier: '2' } });
  await stripe.products.list({ ids: [basic.id, plus.id], active: true });
  const basicMonthly = await stripe.prices.create({
    product: basic.id,
    currency: 'usd',
    unit_amount: 1000,
    recurring: { interval: 'month' },
    currency_options: { eur: { unit_amount: 900 } },
    lookup_key: 'basic_monthly',
  });
  const plusMonthly = await stripe.prices.create({
    product: plus.id,
    currency: 'usd',
    unit_amount: 2000,
    recurring: { interval: 'month' },
  });
  const plusYearly = await stripe.prices.create({
    product: plus.id,
    currency: 'usd',
    unit_amount: 20_000,
    recurring: { interval: 'year' },
  });
  const tiered = await stripe.prices.create({
    product: plus.id,
    currency: 'usd',
    billing_scheme: 'tiered',
    tiers_mode: 'graduated',
    tiers: [
      { up_to: 5, unit_amount: 500 },
      { up_to: 'inf', unit_amount: 300, flat_amount: 100 },
    ],
    recurring: { interval: 'month' },
  });
  await stripe.prices.update(tiered.id, { nickname: 'By seats' });
  await stripe.prices.retrieve(tiered.id, { expand: ['tiers', 'currency_options', 'product'] });
  await stripe.prices.list({
    active: true,
    type: 'recurring',
    limit: 100,
    expand: ['data.product', 'data.tiers', 'data.currency_options'],
  });
  const { coupon, code } = await openPromotions(stripe, plus.id);
  return { basic, plus, basicMonthly, plusMonthly, plusYearly, tiered, coupon, code, tax };
}

async function openPromotions(stripe: Stripe, product: string) {
  const coupon = await stripe.coupons.create({
    percent_off: 25,
    duration: 'repeating',
    duration_in_months: 2,
  });
  await stripe.coupons.create({
    amount_off: 300,
    currency: 'usd',
    currency_options: { eur: { amount_off: 250 } },
    applies_to: { products: [product] },
    id: 'THREE',
  });
  await stripe.coupons.retrieve('THREE', { expand: ['applies_to', 'currency_options'] });
  await stripe.coupons.list({ limit: 3 });
  const code = await stripe.promotionCodes.create({
    code: 'Spring',
    promotion: { type: 'coupon', coupon: coupon.id },
  });
  await stripe.promotionCodes.update(code.id, { metadata: { from: 'tour' } });
  await stripe.promotionCodes.list({
    code: 'sPRING',
    active: true,
    expand: ['data.promotion.coupon.applies_to'],
  });
  await stripe.billingPortal.configurations.list({ is_default: true });
  return { coupon, code };
}

export async function meetCustomer(stripe: Stripe): Promise<string> {
  const { id } = await stripe.customers.create({
    email: 'Ada@example.com',
    name: 'Ada',
    address: { country: 'DE', city: 'Berlin' },
    preferred_locales: ['de'],
  });
  await stripe.customers.update(id, { phone: '+49 30 1', metadata: { plan: 'none' } });
  await stripe.customers.list({ email: 'Ada@example.com' });
  const taxId = await stripe.customers.createTaxId(id, { type: 'eu_vat', value: 'DE000000000' });
  await stripe.customers.listTaxIds(id);
  await stripe.customers.createBalanceTransaction(id, { amount: -500, currency: 'usd' });
  await stripe.customers.listBalanceTransactions(id);
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: id });
  await stripe.customers.update(id, { invoice_settings: { default_payment_method: card.id } });
  await stripe.customers.retrieve(id, {
    expand: ['tax', 'tax_ids', 'subscriptions', 'invoice_settings.default_payment_method'],
  });
  await stripe.customers.deleteTaxId(id, taxId.id);
  return id;
}
