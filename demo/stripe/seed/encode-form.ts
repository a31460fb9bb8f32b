import { isObject } from './seed-entry.ts';

/** Writes parameters as Stripe takes them: `items[0][price]=…`. `null` clears, like an empty text. */
export function encodeForm(params: Record<string, unknown>): string {
  const form = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) append(form, key, value);
  return form.toString();
}

function append(form: URLSearchParams, name: string, value: unknown): void {
  if (Array.isArray(value)) {
    value.forEach((entry, index) => append(form, `${name}[${index}]`, entry));
  } else if (isObject(value)) {
    for (const [key, child] of Object.entries(value)) append(form, `${name}[${key}]`, child);
  } else {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    form.append(name, value === null ? '' : text);
  }
}
