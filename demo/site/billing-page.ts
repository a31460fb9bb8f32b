import { html } from 'hono/html';
import { embedElement, embedScripts, type Embed } from './embed.ts';
import { layout, type Html, type PageOptions } from './layout.ts';
import { WORDS } from './words.ts';

/** The shop's billing page: its own heading, and the portal below it. */
export function billingPage(page: PageOptions, embed: Embed): Html {
  const words = WORDS[page.view.language];
  return layout({
    ...page,
    path: '/account/billing',
    title: words.billing,
    head: embedScripts(embed),
    body: html`<h1>${words.billing}</h1>
      <p class="intro">${words.intro}</p>
      ${embedElement(embed)}`,
  });
}

/** As little as a site owner can write. */
export function plainPage(embed: Embed): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Billing</title>
        ${embedScripts(embed)}
      </head>
      <body>
        ${embedElement(embed)}
      </body>
    </html>`;
}
