import type { Stripe } from 'stripe';
import { ProblemError } from '../problem.ts';
import { calling } from './gateway/bound.ts';

/**
 * The one customer with exactly this email, or null. Stripe's filter is case-sensitive, and so are we: what
 * was signed is what is looked up. Stripe lets several customers share an email; then nobody is
 * chosen, because guessing would open one person's billing to another.
 */
export async function findCustomerByEmail(stripe: Stripe, email: string): Promise<string | null> {
  const page = await calling('read', () => stripe.customers.list({ email, limit: 2 }));
  const matches = page.data.filter((customer) => customer.email === email);
  const [customer, another] = matches;
  if (another) {
    throw new ProblemError('customer-ambiguous', {
      detail: 'Several Stripe customers have this email. Sign the Stripe customer id instead.',
    });
  }
  return customer?.id ?? null;
}
