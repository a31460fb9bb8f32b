import type { Asked } from '../wire/asked.ts';
import type { Raw } from '../wire/form.ts';

/** A question that could have been answered with everybody's data. */
export interface Alarm {
  method: string;
  /** The pattern that answered. */
  route: string;
  path: string;
  params: { [key: string]: Raw };
  requestId: string;
  /** One of these would have made it a question about one customer. */
  missing: string[];
}

/** Lists of what belongs to customers, with the filters of which one is due. */
const DUE: Record<string, string[]> = {
  '/v1/charges': ['customer', 'payment_intent', 'transfer_group'],
  '/v1/credit_notes': ['customer', 'customer_account', 'invoice'],
  '/v1/customers': ['email'],
  '/v1/disputes': ['charge', 'payment_intent'],
  '/v1/invoice_payments': ['invoice', 'payment'],
  '/v1/invoiceitems': ['customer', 'customer_account', 'invoice'],
  '/v1/invoices': ['customer', 'customer_account', 'subscription'],
  '/v1/payment_intents': ['customer', 'customer_account'],
  '/v1/payment_methods': ['customer', 'customer_account'],
  '/v1/refunds': ['charge', 'payment_intent'],
  '/v1/setup_intents': ['customer', 'customer_account', 'payment_method'],
  '/v1/subscription_items': ['subscription'],
  '/v1/subscription_schedules': ['customer', 'customer_account'],
  '/v1/subscriptions': ['customer', 'customer_account'],
};

/** Rings where a list or a search asks about nobody in particular. */
export class Alarms {
  #alarms: Alarm[] = [];

  heard({ route, access, path, form, requestId }: Asked): void {
    if (access !== 'secret' || route.method !== 'GET') return;
    const missing = route.path.endsWith('/search') ? unlessQuery(form) : unlessFilter(route, form);
    if (missing === null) return;
    const { method } = route;
    this.#alarms.push({ method, route: route.path, path, params: form, requestId, missing });
  }

  list(): Alarm[] {
    return [...this.#alarms];
  }

  forget(): void {
    this.#alarms = [];
  }
}

function unlessFilter(route: { path: string }, form: { [key: string]: Raw }): string[] | null {
  const due = Object.hasOwn(DUE, route.path) ? DUE[route.path] : undefined;
  if (due === undefined || due.some((name) => isGiven(form[name]))) return null;
  return due;
}

/** A search says in its query whom it is about. */
function unlessQuery({ query }: { [key: string]: Raw }): string[] | null {
  const isAboutSomebody = typeof query === 'string' && /\b(customer|email)\s*:/.test(query);
  return isAboutSomebody ? null : ['query'];
}

function isGiven(value: Raw | undefined): boolean {
  return value !== undefined && value !== '';
}
