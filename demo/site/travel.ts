import type { Context } from 'hono';
import { JUMPS, type TimeMachine } from '../time-machine.ts';
import { PAGE_PATHS } from './layout.ts';
import { addressOf, readView, type ShopCustomer } from './view.ts';

/**
 * `POST /time`: moves the time, and comes back to the page that asked, which is then signed anew.
 * Only a page of the shop itself may ask.
 */
export async function travel(
  c: Context,
  { customers, time }: { customers: readonly ShopCustomer[]; time: TimeMachine },
): Promise<Response> {
  if (c.req.header('Origin') !== new URL(c.req.url).origin) return c.text('Forbidden', 403);
  const form = new URLSearchParams(await c.req.text());
  const view = readView(Object.fromEntries(form), customers);
  const jump = JUMPS.find((to) => to === form.get('to'));
  const path = PAGE_PATHS.find((one) => one === form.get('path'));
  if (!view || !jump || !path) return c.text('Bad request', 400);
  await time.jump(jump, view.customer.customerId);
  return c.redirect(addressOf(path, view), 303);
}
