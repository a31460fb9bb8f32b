import { Hono, type Context } from 'hono';
import { expiringHash } from '../../snippets/hmac/node/portico-hash.mjs';
import { billingPage, plainPage } from './billing-page.ts';
import type { Embed } from './embed.ts';
import { frontPage } from './front-page.ts';
import icon from './icon.svg?raw';
import { contentSecurityPolicy } from './policy.ts';
import style from './shop.css?raw';
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
  /** Unix seconds. */
  now: () => number;
}

/** A site owner's own server: knows who is logged in and signs for that customer. */
export function createShop(options: ShopOptions): Hono {
  const { customers } = options;
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
  app.get('/', (c) => withView(c, (view) => frontPage({ view, customers })));
  app.get('/account/billing', (c) =>
    withView(c, (view) => billingPage({ view, customers, embed: embedFor(view) })),
  );
  app.get('/plain', (c) => withView(c, (view) => plainPage(embedFor(view))));
  app.get('/as/:key', (c) => {
    const view = readView({ as: c.req.param('key') }, customers);
    return view ? c.redirect(addressOf('/account/billing', view)) : c.notFound();
  });
  app.get('/shop.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  for (const path of ['/icon.svg', '/favicon.ico']) {
    app.get(path, (c) => c.body(icon, 200, { 'Content-Type': 'image/svg+xml' }));
  }
  return app;

  function embedFor(view: View): Embed {
    const { customerId } = view.customer;
    const hash = expiringHash(
      options.secret,
      'customer',
      customerId,
      options.now() + LIFETIME_SECONDS,
    );
    return { portalUrl: options.portalUrl, stripeUrl: options.stripeUrl, customerId, hash };
  }

  function withView(c: Context, render: (view: View) => ReturnType<typeof plainPage>) {
    const view = readView(c.req.query(), customers);
    return view ? c.html(render(view)) : c.notFound();
  }
}
