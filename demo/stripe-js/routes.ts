import { Hono } from 'hono';
import { STATIC_FILES } from './static-files.ts';

const FRAME_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * A stand-in for js.stripe.com, for the demo and for tests: it behaves like Stripe.js towards the
 * page and speaks to the simulator behind it. Mount it at the simulator's own origin.
 */
export function createStripeJs(): Hono {
  const app = new Hono();
  for (const { path, type, text } of STATIC_FILES) {
    app.get(`/stripe-js/${path}`, (c) =>
      c.body(text, 200, {
        'Content-Type': `${type}; charset=utf-8`,
        'Content-Security-Policy': FRAME_POLICY,
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-cache',
      }),
    );
  }
  return app;
}
