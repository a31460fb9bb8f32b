import type Stripe from 'stripe';

const PAGE = 100;

/** What an action made Stripe tell, oldest first. */
export async function told(
  stripe: Stripe,
  action: () => Promise<unknown> | void,
): Promise<Stripe.Event[]> {
  const known = await stripe.events.list({ limit: PAGE });
  const ids = new Set(known.data.map(({ id }) => id));
  await action();
  const newest = await stripe.events.list({ limit: PAGE });
  const news = newest.data.filter(({ id }) => !ids.has(id));
  if (news.length === PAGE) throw new Error('That was more than a hundred events.');
  return news.toReversed();
}

export async function typesTold(
  stripe: Stripe,
  action: () => Promise<unknown> | void,
): Promise<string[]> {
  return (await told(stripe, action)).map(({ type }) => type);
}
