import { beforeAll, describe, expect, it, vi } from 'vitest';
import { installFakeStripe } from './payment-form.fake.ts';
import { stripeFor, StripeUnavailableError } from './stripe-js.ts';

const STRIPE_TAGS = 'script[src^="https://js.stripe.com/"]';

/** Counts the tags that are put in while `work` goes on. */
async function tagsDuring(work: () => Promise<unknown>): Promise<number> {
  const seen = new Set<Node>();
  const collect = (records: MutationRecord[]): void => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof Element && node.matches(STRIPE_TAGS)) seen.add(node);
    }
  };
  const observer = new MutationObserver(collect);
  observer.observe(document, { childList: true, subtree: true });
  await work();
  collect(observer.takeRecords());
  observer.disconnect();
  return seen.size;
}

describe('stripeFor on a page that lets no script of Stripe in', () => {
  beforeAll(() => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:";
    document.head.append(policy);
  });

  it('gives up on a tag of the page that never answers, and then tries its own', async () => {
    await import('@stripe/stripe-js/pure');
    const dead = document.createElement('script');
    dead.type = 'text/plain';
    dead.src = 'https://js.stripe.com/v3/';
    document.head.append(dead);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const refused = expect(stripeFor('pk_test_1', 'en')).rejects.toThrow(StripeUnavailableError);
      await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
      await vi.advanceTimersByTimeAsync(20_000);
      await refused;
    } finally {
      vi.useRealTimers();
    }
    await vi.waitFor(() => expect(document.querySelectorAll(STRIPE_TAGS)).toHaveLength(1));
    expect(dead.isConnected).toBe(false);
  });

  it('tries twice, then says what the page has to allow', async () => {
    const tags = await tagsDuring(async () => {
      await expect(stripeFor('pk_test_1', 'en')).rejects.toThrow('script-src');
    });
    expect(tags).toBe(2);
  });

  it('tries afresh the next time, and then keeps what it got', async () => {
    const fake = installFakeStripe();
    const stripe = await stripeFor('pk_test_1', 'en');
    expect(await stripeFor('pk_test_1', 'en')).toBe(stripe);
    expect(await stripeFor('pk_test_2', 'en')).not.toBe(stripe);
    expect(fake.instances).toHaveLength(2);
  });
});
