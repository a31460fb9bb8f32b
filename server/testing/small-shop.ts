import type { stripeOn } from '../../demo/stripe/sdk.ts';

export interface SmallShop {
  product: string;
  price: string;
  customers: { id: string; subscription: string; paymentMethod: string }[];
}

/** A plan for twenty dollars a month, and customers who have it. */
export async function openSmallShop(
  stripe: ReturnType<typeof stripeOn>,
  count: number,
): Promise<SmallShop> {
  const { id: product } = await stripe.products.create({ name: 'Plan' });
  const { id: price } = await stripe.prices.create({
    product,
    currency: 'usd',
    unit_amount: 2_000,
    recurring: { interval: 'month' },
  });
  const customers: SmallShop['customers'] = [];
  for (let number = 1; number <= count; number += 1) {
    const { id } = await stripe.customers.create({
      name: `Customer ${number}`,
      email: `customer${number}@example.com`,
    });
    const { id: paymentMethod } = await stripe.paymentMethods.attach('pm_card_visa', {
      customer: id,
    });
    const { id: subscription } = await stripe.subscriptions.create({
      customer: id,
      items: [{ price }],
      default_payment_method: paymentMethod,
    });
    customers.push({ id, subscription, paymentMethod });
  }
  return { product, price, customers };
}
