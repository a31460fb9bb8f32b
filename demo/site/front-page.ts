import { html } from 'hono/html';
import { layout, type Html, type PageOptions } from './layout.ts';
import { addressOf } from './view.ts';

/** Says what this is, and offers every customer with their story. */
export function frontPage(page: PageOptions): Html {
  const { view, customers } = page;
  const plain = addressOf('/plain', { ...view, language: 'en', theme: 'auto' });
  return layout({
    ...page,
    path: '/',
    title: 'Demo',
    body: html`<div lang="en" dir="ltr">
      <h1>A notes app that does not exist</h1>
      <p class="intro">
        Lumen Notes is a small shop with one real thing in it: its billing page. The portal on that
        page comes from its own server and works on a simulated Stripe, with the rules and the
        arithmetic of the real one. Nothing here needs an account or the network, and no money
        moves.
      </p>
      <p>
        Sign in as one of these customers and do what they would do. The same portal also stands on
        <a href="${plain}">a page with nothing else on it</a>.
      </p>
      <ul class="customers">
        ${customers.map(
          (customer) =>
            html`<li>
              <a href="${addressOf('/account/billing', { ...view, customer })}">${customer.name}</a>
              <span>${customer.story}</span>
            </li>`,
        )}
      </ul>
    </div>`,
  });
}
