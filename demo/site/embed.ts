import { html } from 'hono/html';
import type { Html } from './layout.ts';

export interface Embed {
  portalUrl: string;
  stripeUrl: string;
  customerId: string;
  hash: string;
}

/** Two scripts: the stand-in for js.stripe.com, which only the demo needs, and the portal. */
export function embedScripts({ portalUrl, stripeUrl }: Embed): Html {
  return html`<script src="${stripeUrl}/stripe-js/stripe.js"></script>
    <script type="module" src="${portalUrl}/billing-portal.js"></script>`;
}

/** The element that a site owner writes; the link inside it shows only where scripts do not run. */
export function embedElement({ portalUrl, customerId, hash }: Embed): Html {
  return html`<billing-portal api="${portalUrl}" customer-id="${customerId}" hash="${hash}">
    <a href="mailto:billing@lumen-notes.example">billing@lumen-notes.example</a>
  </billing-portal>`;
}
