import type { World } from '../core/world.ts';
import type { Asked } from './asked.ts';
import { expandAll } from './expand.ts';
import { refuse } from './fault.ts';
import type { WireObject } from './wire-object.ts';

/** Has the route do its work, and shows of the result what the caller may see and wants to. */
export function runRoute(world: World, asked: Asked): unknown {
  const { route, form, ids } = asked;
  const isPublishable = asked.access === 'publishable';
  if (isPublishable) refuseWrongSecret(world, asked);
  const body = route.run(world, { params: undefined, path: ids, isPublishable }, form);
  if (isPublishable) return forBrowsers(body);
  const wanted = Array.isArray(form.expand) ? form.expand.filter((e) => typeof e === 'string') : [];
  return expandAll(world, body, wanted);
}

/** A browser names the intent by its secret; a wrong one is as good as none. */
function refuseWrongSecret({ store }: World, { form, ids }: Asked): void {
  const intent = store.setupIntents.find(ids.id) ?? store.paymentIntents.find(ids.id);
  if (intent !== undefined && form.client_secret === intent.clientSecret) return;
  throw refuse(
    'The client_secret provided does not match the intent.',
    'client_secret',
    'intent_invalid_client_secret',
  );
}

function forBrowsers(body: unknown): unknown {
  const { customer: _customer, metadata: _metadata, ...rest } = body as WireObject;
  return rest;
}
