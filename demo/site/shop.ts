import { Hono, type Context } from 'hono';
import { expiringHash } from '../../snippets/hmac/node/portico-hash.mjs';
import type { TimeMachine } from '../time-machine.ts';
import { billingPage, plainPage } from './billing-page.ts';
import type { Embed } from './embed.ts';
import { frontPage } from './front-page.ts';
import icon from './icon.svg?raw';
import type { Html, PageOptions } from './layout.ts';
import { contentSecurityPolicy } from './policy.ts';
import style from './shop.css?raw';
import { travel } from './travel.ts';
import { addressOf, readView, type ShopCustomer, type View } from './view.ts';

/** Long enough to load a page; from then on the portal keeps its own session. */
const LIFETIME_SECONDS = 600;

export interface ShopOptions {
  customers: readonly ShopCustomer[];
  /** Origin of the portal server. */
  portalUrl: string;
  /** Origin of the simulator, which also serves the stand-in for Stripe.js. */
  stripeUrl: string;
  /** The portal secret. It stays in this backend. */
  secret: string;
  /** The clock that the hashes go by, and the way to move it. */
  time: TimeMachine;
}

/** A site owner's own server: knows who is logged in and signs for that customer. */
export function createShop(options: ShopOptions): Hono {
  const { customers, time } = options;
  const app = new Hono();
  const policy = contentSecurityPolicy({ portal: options.portalUrl, stripe: options.stripeUrl });

  app.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', policy);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'strict-origin-when-cross-origin');
    // A page with a hash in it is for one person and for now.
    c.header('Cache-Control', 'no-store');
  });
  app.get('/', (c) => show(c, (page) => frontPage(page)));
  app.get('/account/billing', (c) => show(c, (page) => billingPage(page, embedFor(page.view))));
  app.get('/plain', (c) => show(c, ({ view }) => plainPage(embedFor(view))));
  app.get('/as/:key', (c) => {
    const view = readView({ as: c.req.param('key') }, customers);
    return view ? c.redirect(addressOf('/account/billing', view)) : c.notFound();
  });
  app.post('/time', (c) => travel(c, { customers, time }));
  app.get('/shop.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  for (const path of ['/icon.svg', '/favicon.ico']) {
    app.get(path, (c) => c.body(icon, 200, { 'Content-Type': 'image/svg+xml' }));
  }
  return app;

  function embedFor(view: View): Embed {
    const { customerId } = view.customer;
    const expires = time.now() + LIFETIME_SECONDS;
    const hash = expiringHash(options.secret, 'customer', customerId, expires);
    return { portalUrl: options.portalUrl, stripeUrl: options.stripeUrl, customerId, hash };
  }

  function show(c: Context, render: (page: PageOptions) => Html): Response | Promise<Response> {
    const view = readView(c.req.query(), customers);
    if (!view) return c.notFound();
    const hasRenewal = time.nextRenewalOf(view.customer.customerId) !== null;
    return c.html(render({ view, customers, time: { now: time.now(), hasRenewal } }));
  }
}
