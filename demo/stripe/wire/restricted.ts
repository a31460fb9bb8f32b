import { StripeFault } from './fault.ts';
import type { Route } from './route.ts';

/** What each resource's permission is called, where it is not the resource itself in singular. */
const NAMES: Record<string, string> = {
  credit_notes: 'credit_note',
  invoiceitems: 'invoice',
  prices: 'plan',
  refunds: 'charge',
  subscription_items: 'subscription',
  subscription_schedules: 'subscription',
  webhook_endpoints: 'webhook',
};

/** The permission that a call needs of a restricted key, without Stripe's `rak_`. */
export function permissionFor({ method, path }: Pick<Route, 'method' | 'path'>): string {
  const [, , resource = '', , nested] = path.split('/');
  const what = nested === 'payment_methods' ? nested : resource;
  return `${NAMES[what] ?? what.replace(/s$/, '')}_${method === 'GET' ? 'read' : 'write'}`;
}

/**
 * Refuses a call that a restricted key may not make, before any object is looked up. Write holds
 * read in it. What an expansion would need beside it is not looked at.
 * @see https://docs.stripe.com/keys/permissions-reference
 */
export function refuseWithoutPermission(
  apiKey: string,
  permissions: readonly string[],
  route: Route,
): void {
  const needed = permissionFor(route);
  const isAllowed =
    permissions.includes(needed) || permissions.includes(needed.replace(/_read$/, '_write'));
  if (isAllowed) return;
  throw new StripeFault({
    status: 403,
    message: `The provided key '${apiKey.slice(0, 8)}${'*'.repeat(8)}${apiKey.slice(-4)}' does not have the required permissions for this endpoint on account 'acct_simulator'. Having the 'rak_${needed}' permission would allow this request to continue.`,
  });
}
