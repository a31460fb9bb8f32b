import { html } from 'hono/html';
import { demoBar } from './demo-bar.ts';
import type { DemoTime } from './time-form.ts';
import { addressOf, type ShopCustomer, type View } from './view.ts';
import { WORDS } from './words.ts';

/** What `html` makes: text that is already safe to send. */
export type Html = ReturnType<typeof html>;

/** The pages that a visitor can be on, and come back to. */
export const PAGE_PATHS = ['/', '/account/billing'] as const;
export type PagePath = (typeof PAGE_PATHS)[number];

/** What every page of the shop is told. */
export interface PageOptions {
  view: View;
  customers: readonly ShopCustomer[];
  time: DemoTime;
}

interface LayoutOptions extends PageOptions {
  path: PagePath;
  title: string;
  /** What belongs into `<head>`. */
  head?: Html;
  body: Html;
}

/** Every page of the shop: the demo's switcher, the shop's own header, and the page. */
export function layout({ title, head, body, ...page }: LayoutOptions): Html {
  const { view, path } = page;
  const { language, theme, customer } = view;
  const words = WORDS[language];
  const link = (to: PagePath, text: string): Html =>
    html`<a href="${addressOf(to, view)}" ${to === path ? html`aria-current="page"` : ''}
      >${text}</a
    >`;
  return html`<!doctype html>
    <html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}" data-theme="${theme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Lumen Notes</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/shop.css" />
        ${head ?? ''}
      </head>
      <body>
        ${demoBar(page)}
        <header class="shop">
          <a class="brand" href="${addressOf('/', view)}"
            ><img src="/icon.svg" alt="" width="28" height="28" />Lumen Notes</a
          >
          <nav>${link('/', words.home)} ${link('/account/billing', words.billing)}</nav>
          <span class="avatar" title="${customer.name}"
            ><bdi>${initialsOf(customer.name)}</bdi></span
          >
        </header>
        <main>${body}</main>
      </body>
    </html>`;
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters.map((word) => /^./u.exec(word ?? '')?.[0] ?? '').join('');
}
