import type { World } from '../core/world.ts';
import { EXPANSIONS } from './expansions.ts';
import { refuse } from './fault.ts';
import type { WireObject } from './wire-object.ts';

const MAX_DEPTH = 4;

/**
 * Puts whole objects where ids are, along each path. Paths are checked against what Stripe lets
 * expand, not against the data, so that a wrong one fails on an empty list too.
 * @see https://docs.stripe.com/api/expanding_objects
 */
export function expandAll(world: World, body: unknown, paths: string[]): unknown {
  return paths.reduce((whole, path) => {
    const keys = path.split('.');
    if (keys.length > MAX_DEPTH) {
      throw refuse(
        `You cannot expand more than 4 levels of a property. Property: ${path}`,
        'expand',
        'property_expansion_max_depth',
      );
    }
    return expandIn(world, whole, { keys, path, node: nodeOf(whole) });
  }, body);
}

interface Walk {
  keys: string[];
  path: string;
  node: string;
}

function expandIn(world: World, value: unknown, walk: Walk): unknown {
  const [key, ...rest] = walk.keys;
  if (key === undefined) return value;
  if (walk.node.startsWith('list:')) return expandList(world, value, walk);
  const expansion = EXPANSIONS[walk.node]?.[key];
  if (expansion === undefined) throw cannotExpand(walk.path);
  if (rest.length === 0 && expansion.kind === 'inside') throw cannotExpand(walk.path);
  checkRest(expansion.to, rest, walk.path);
  if (!isObject(value)) return value;
  const present = value[key];
  const id = typeof value.id === 'string' ? value.id.replace('upcoming_', '') : '';
  const found =
    expansion.kind === 'inside'
      ? present
      : expansion.kind === 'extra'
        ? (present ?? expansion.make(world, id))
        : mapEach(present, (entry) =>
            typeof entry === 'string' ? expansion.load(world, entry) : entry,
          );
  const next = mapEach(found, (entry) =>
    expandIn(world, entry, { keys: rest, path: walk.path, node: expansion.to }),
  );
  return next === undefined ? value : { ...value, [key]: next };
}

function expandList(world: World, value: unknown, walk: Walk): unknown {
  const [, ...rest] = walk.keys;
  checkRest(walk.node, walk.keys, walk.path);
  if (!isObject(value)) return value;
  const node = walk.node.slice('list:'.length);
  const data = mapEach(value.data, (entry) =>
    expandIn(world, entry, { keys: rest, path: walk.path, node }),
  );
  return { ...value, data };
}

/** The rest of a path has to make sense even where there is nothing to walk on. */
function checkRest(node: string, keys: string[], path: string): void {
  const [key, ...rest] = keys;
  if (key === undefined) return;
  if (node.startsWith('list:')) {
    if (key !== 'data' || rest.length === 0) throw cannotExpand(path);
    checkRest(node.slice('list:'.length), rest, path);
    return;
  }
  const expansion = EXPANSIONS[node]?.[key];
  if (expansion === undefined || (rest.length === 0 && expansion.kind === 'inside')) {
    throw cannotExpand(path);
  }
  checkRest(expansion.to, rest, path);
}

function nodeOf(body: unknown): string {
  if (!isObject(body)) return 'nothing';
  if (body.object !== 'list') return typeof body.object === 'string' ? body.object : 'nothing';
  return `list:${LISTS[listName(body)] ?? 'nothing'}`;
}

/** What a list holds, by the end of its URL: an empty list says nothing about itself. */
const LISTS: Record<string, string> = {
  customers: 'customer',
  tax_ids: 'tax_id',
  balance_transactions: 'customer_balance_transaction',
  payment_methods: 'payment_method',
  products: 'product',
  prices: 'price',
  tax_rates: 'tax_rate',
  coupons: 'coupon',
  promotion_codes: 'promotion_code',
  subscriptions: 'subscription',
  subscription_items: 'subscription_item',
  subscription_schedules: 'subscription_schedule',
  invoices: 'invoice',
  lines: 'line_item',
  invoiceitems: 'invoiceitem',
  invoice_payments: 'invoice_payment',
  setup_intents: 'setup_intent',
  payment_intents: 'payment_intent',
  charges: 'charge',
  credit_notes: 'credit_note',
  refunds: 'refund',
  disputes: 'dispute',
  configurations: 'billing_portal.configuration',
  events: 'event',
  webhook_endpoints: 'webhook_endpoint',
};

function listName(body: WireObject): string {
  return typeof body.url === 'string' ? (body.url.split('?')[0]?.split('/').at(-1) ?? '') : '';
}

function mapEach(value: unknown, change: (entry: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(change) : change(value);
}

function isObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cannotExpand(path: string) {
  const key = path.split('.').at(-1) ?? path;
  return refuse(`This property cannot be expanded (${key}).`, 'expand');
}
