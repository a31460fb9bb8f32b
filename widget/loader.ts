/**
 * `embed.js`, a classic script for pages where only plain HTML can be pasted: it turns each
 * `<div data-billing-portal data-customer-id="…" data-hash="…">` into a `<billing-portal>` and
 * loads the element from beside its own address, which is also where the server is unless
 * `data-api` says otherwise. Safe to include twice, and finds what later page changes bring.
 */
const MARK = 'data-billing-portal';

/** All `data-*` of the placeholder become attributes of the element: `data-customer-id` is `customer-id`. */
function upgrade(placeholder: HTMLElement, base: string): void {
  const portal = document.createElement('billing-portal');
  for (const { name, value } of placeholder.attributes)
    if (name === 'id' || name === 'class') portal.setAttribute(name, value);
    else if (name !== MARK && name.startsWith('data-')) portal.setAttribute(name.slice(5), value);
  if (!portal.hasAttribute('api')) portal.setAttribute('api', new URL('.', base).href);
  portal.append(...placeholder.childNodes);
  placeholder.replaceWith(portal);
}

function upgradeAll(base: string): void {
  for (const placeholder of document.querySelectorAll<HTMLElement>(`div[${MARK}]`))
    upgrade(placeholder, base);
}

/** Starts once per page, however often the script is included. */
function start(): void {
  // Null where something else than a script tag runs this.
  const script = document.currentScript;
  const base = script instanceof HTMLScriptElement && script.src ? script.src : document.baseURI;
  const root = document.documentElement;
  if (root.hasAttribute(`${MARK}-loader`)) return;
  root.setAttribute(`${MARK}-loader`, '');
  const url = new URL('billing-portal.js', base).href;
  import(/* @vite-ignore */ url).catch((error: unknown) => reportError(error));
  upgradeAll(base);
  new MutationObserver(() => upgradeAll(base)).observe(root, { childList: true, subtree: true });
}

start();
