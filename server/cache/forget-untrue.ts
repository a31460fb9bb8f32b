import type { News } from '../stripe/news.ts';
import type { CustomerCache } from './customer-cache.ts';

/** Forgets what the news make untrue, here and elsewhere. False where the others were not told. */
export async function forgetUntrue(cache: CustomerCache, news: News): Promise<boolean> {
  const told = await Promise.all([
    ...news.customerIds.map((id) => cache.forget(id)),
    ...(news.lostPaymentMethodId === null ? [] : [cache.forgetShowing(news.lostPaymentMethodId)]),
    ...(news.isAboutEmails ? [cache.forgetEmails()] : []),
    ...(news.isAboutAll ? [cache.forgetAll()] : []),
  ]);
  return told.every(Boolean);
}
