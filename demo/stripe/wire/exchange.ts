import type { Access } from './authorize.ts';
import type { Raw } from './form.ts';
import type { Route } from './route.ts';

/** One call and its answer, as they went over the wire. Calls of a fault's making are among them. */
export interface Exchange {
  method: Route['method'];
  /** The pattern that answered: `/v1/subscriptions/:id`. */
  route: string;
  path: string;
  /** As the form said it: all values are text. */
  params: { [key: string]: Raw };
  status: number;
  /** The JSON that was answered, read again. */
  body: unknown;
  access: Access;
}
