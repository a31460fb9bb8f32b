import type { World } from '../core/world.ts';
import type { Asked } from '../wire/asked.ts';
import { customersOf } from '../wire/subject.ts';
import type { WireFaultRule } from './fault-rule.ts';

/** Whether a call is one that the fault is meant for. */
export function fits(match: WireFaultRule['match'], asked: Asked, world: World): boolean {
  const { method, path, customer } = match;
  if (method !== undefined && method !== asked.route.method) return false;
  if (path !== undefined && !patternOf(path).test(asked.path)) return false;
  return customer === undefined || customersOf(world, asked).includes(customer);
}

/** `/v1/invoices/:id/pay` and `/v1/invoices/*`. */
function patternOf(path: string): RegExp {
  const parts = path
    .split(/(:\w+|\*)/)
    .map((part) =>
      part === '*'
        ? '.*'
        : part.startsWith(':')
          ? '[^/]+'
          : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'),
    );
  return new RegExp(`^${parts.join('')}/?$`);
}
