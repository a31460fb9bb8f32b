import { vi } from 'vitest';
import type { BillingPortal } from '../element.ts';
import type { BillingEventMap } from '../events.ts';
import '../index.ts';
import { FakePortal } from './fake-portal.ts';

export interface Mounted {
  portal: BillingPortal;
  server: FakePortal;
  /** Everything that the page was told, in order. */
  events: string[];
}

/** A signed-in portal in the page, on top of a fake server. */
export async function mount(
  server = new FakePortal(),
  attributes: Record<string, string> = {},
): Promise<Mounted> {
  vi.stubGlobal('fetch', server.fetch);
  const portal = document.createElement('billing-portal');
  const all = { api: 'https://api.example', 'customer-id': 'cus_1', hash: 'abc', ...attributes };
  for (const [name, value] of Object.entries(all)) portal.setAttribute(name, value);
  const events: string[] = [];
  for (const name of EVENTS) portal.addEventListener(name, (event) => events.push(event.type));
  document.body.append(portal);
  await vi.waitFor(() => {
    if (!portal.shadowRoot?.querySelector('.portal[aria-busy="false"]'))
      throw new Error('still loading');
  });
  return { portal, server, events };
}

/** All that can be read in the element, with single spaces. */
export function textOf(portal: BillingPortal): string {
  return (portal.shadowRoot?.textContent ?? '').replaceAll(/\s+/g, ' ');
}

export function query<E extends Element = HTMLElement>(portal: BillingPortal, selector: string): E {
  const found = portal.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector} in: ${textOf(portal)}`);
  return found;
}

/** The button with this name, as a person would find it. */
export function button(portal: BillingPortal, name: string): HTMLButtonElement {
  const all = [...(portal.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = all.find((one) => one.textContent?.trim() === name);
  if (!found) throw new Error(`There is no button ${name} in: ${textOf(portal)}`);
  return found;
}

/** Waits until the element says this. */
export async function shows(portal: BillingPortal, text: string): Promise<void> {
  await vi.waitFor(() => {
    if (!textOf(portal).includes(text)) throw new Error(`"${text}" is not in: ${textOf(portal)}`);
  });
}

const EVENTS = [
  'billing-ready',
  'billing-view',
  'billing-change',
  'billing-error',
  'billing-auth-required',
] as const satisfies readonly (keyof BillingEventMap)[];
