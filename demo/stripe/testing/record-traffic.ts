import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Exchange } from '../wire/exchange.ts';

/** One way of a call: what was asked, or what was answered. */
export interface Recorded {
  way: 'request' | 'answer';
  /** `POST /v1/subscriptions/:id` */
  call: string;
  value: unknown;
}

/**
 * Collects what a server with a secret key asks and is answered; of all that look the same, one.
 * A browser's calls are Stripe.js's own, and the SDK has no types for them; refusals neither.
 */
export function collectTraffic(keep: (recorded: Recorded) => void): (heard: Exchange) => void {
  const seen = new Set<string>();
  const offer = (recorded: Recorded): void => {
    const shape = `${recorded.way} ${recorded.call} ${shapeOf(recorded.value)}`;
    if (!seen.has(shape)) keep(recorded);
    seen.add(shape);
  };
  return ({ access, method, route, params, status, body }) => {
    if (access !== 'secret') return;
    const call = `${method} ${route}`;
    offer({ way: 'request', call, value: condense(params) });
    if (status === 200) offer({ way: 'answer', call, value: condense(body) });
  };
}

/** Writes them into a folder that several processes may share, one file for each shape. */
export function recordTraffic(folder: string): (heard: Exchange) => void {
  return collectTraffic((recorded) => {
    const { way, call, value } = recorded;
    const name = createHash('sha256')
      .update(`${way} ${call} ${shapeOf(value)}`)
      .digest('hex');
    const file = path.join(folder, `${name}.json`);
    if (!existsSync(file)) writeFileSync(file, JSON.stringify(recorded));
  });
}

/** Of list entries that look the same, the first. */
function condense(value: unknown): unknown {
  if (Array.isArray(value)) {
    const entries = new Map<string, unknown>();
    for (const entry of value) {
      const condensed = condense(entry);
      const shape = shapeOf(condensed);
      if (!entries.has(shape)) entries.set(shape, condensed);
    }
    return [...entries.values()];
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, condense(child)]));
}

/** What matters to a type: keys, kinds of value, and texts that may be of an enum. */
function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].toSorted().join()}]`;
  if (typeof value === 'string') return shapeOfText(value);
  if (!isObject(value)) return value === null ? 'null' : typeof value;
  const fields = Object.entries(value).map(([key, child]) => `${key}:${shapeOf(child)}`);
  return `{${fields.toSorted().join()}}`;
}

function shapeOfText(text: string): string {
  if (/^-?\d+(\.\d+)?$/.test(text)) return '0';
  if (/^[a-z_]*$/.test(text)) return `"${text}"`;
  return /^[a-z]+_/.exec(text)?.[0] ?? 'text';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
