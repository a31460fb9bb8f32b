import type { World } from '../core/world.ts';
import type { Field } from './params.ts';

export interface Call<Params> {
  params: Params;
  /** What stood in the path for `:id`, `:line` … */
  path: { id: string; other: string };
  /** The page knows which key was used; publishable keys see less. */
  isPublishable: boolean;
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** `/v1/customers/:id/tax_ids/:other` */
  path: string;
  run(world: World, call: Call<unknown>, raw: Parameters<Field<unknown>['read']>[0]): unknown;
  options: RouteOptions;
}

export interface RouteOptions {
  /** Nothing that the call did is kept. */
  isDryRun?: boolean;
  /** Stripe.js may call it with a publishable key and the object's client secret. */
  isForBrowsers?: boolean;
}

/** A call with the table of its parameters; the handler gets them read and typed. */
export function route<Params>(
  signature: `${'GET' | 'POST' | 'DELETE'} /v1/${string}`,
  params: Field<Params>,
  handler: (world: World, call: Call<Params>) => unknown,
  options: RouteOptions = {},
): Route {
  const [method = '', path = ''] = signature.split(' ');
  return {
    method: method === 'GET' ? 'GET' : method === 'DELETE' ? 'DELETE' : 'POST',
    path,
    options,
    run: (world, call, raw) => handler(world, { ...call, params: params.read(raw, '') }),
  };
}
