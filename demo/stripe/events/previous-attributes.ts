import type { WireObject } from '../wire/wire-object.ts';

/**
 * What an update has changed, as it was before: whole arrays, but of objects only their changed
 * keys. A key that was not there is shown as null.
 * @see https://docs.stripe.com/api/events/object
 */
export function previousAttributes(before: WireObject, after: WireObject): WireObject {
  const previous: WireObject = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [before[key], after[key]];
    if (isSame(old, now)) continue;
    previous[key] = isObject(old) && isObject(now) ? previousAttributes(old, now) : (old ?? null);
  }
  return previous;
}

function isSame(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

function isObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
