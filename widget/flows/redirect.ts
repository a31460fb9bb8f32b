import { RETURN_MARK } from '../return-url.ts';

/** Where Stripe is to come back to from a bank's page. */
export function returnUrl(href: string): string {
  const url = new URL(withoutReturn(href));
  url.searchParams.set(RETURN_MARK, '1');
  return url.href;
}

/** Takes Stripe's return out of the address, so that a reload does not do it again. */
export function forgetReturn(): void {
  history.replaceState(history.state, '', withoutReturn(location.href));
}

/** The same address as before the customer left. */
export function withoutReturn(href: string): string {
  const url = new URL(href);
  const names = [RETURN_MARK, 'setup_intent', 'setup_intent_client_secret', 'redirect_status'];
  for (const name of names) url.searchParams.delete(name);
  return url.href;
}
