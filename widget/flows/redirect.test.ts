// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { returnedSetupIntent } from '../return-url.ts';
import { forgetReturn, returnUrl, withoutReturn } from './redirect.ts';

const PAGE = 'https://shop.example/account?tab=billing#plan';
const STRIPES = 'setup_intent=seti_1&setup_intent_client_secret=s&redirect_status=succeeded';

/** The address that Stripe leads back to, with what it adds. */
function back(): URL {
  const url = new URL(returnUrl(PAGE));
  for (const [name, value] of new URLSearchParams(STRIPES)) url.searchParams.set(name, value);
  return url;
}

describe('the way back from a bank', () => {
  it('carries the intent', () => {
    expect(returnedSetupIntent(back().search)).toBe('seti_1');
  });

  it('is marked as ours', () => {
    expect(returnUrl(PAGE)).toBe(
      'https://shop.example/account?tab=billing&billing_portal_return=1#plan',
    );
  });

  it('is not gone again by a reload, and the page keeps what it knew', () => {
    const { pathname, hash } = back();
    history.replaceState({ page: 'kept' }, '', `${pathname}${back().search}${hash}`);
    forgetReturn();
    expect(location.href).toBe(new URL('/account?tab=billing#plan', location.href).href);
    expect(history.state).toEqual({ page: 'kept' });
  });

  it('leaves the address as it was before', () => {
    expect(withoutReturn(back().href)).toBe(PAGE);
  });

  it("is not taken for another part of the page's", () => {
    expect(returnedSetupIntent(`?${STRIPES}`)).toBeNull();
    expect(returnedSetupIntent('?tab=billing')).toBeNull();
  });

  it('goes out only once, from a page that somebody has come back to', () => {
    expect(returnUrl(back().href)).toBe(returnUrl(PAGE));
  });
});
