import { html } from 'hono/html';
import type { World } from '../core/world.ts';

/** The page behind an invoice's link: its number and its lines. Null for a link that leads nowhere. */
export function invoiceDocument(world: World, linkKey: string) {
  const invoice = world.store.invoices.all().find((one) => one.linkKey === linkKey);
  if (!invoice) return null;
  const currency = invoice.currency.toUpperCase();
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Invoice ${invoice.number ?? ''}</title>
      </head>
      <body>
        <h1>Invoice ${invoice.number ?? ''}</h1>
        <p>A document of the simulated Stripe: amounts are in minor units of ${currency}.</p>
        <ul>
          ${invoice.lines.map(
            ({ description, amount }) => html`<li>${description ?? ''}: ${amount}</li>`,
          )}
        </ul>
      </body>
    </html>`;
}
