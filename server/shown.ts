import { redact } from './logs/redact.ts';

const MAX_LENGTH = 120;

/**
 * What stands in a file or a variable, as a message to whoever starts the server may repeat it: on
 * one line, not long, and without anything that looks like a secret. People mix up variables.
 */
export function shown(value: unknown): string {
  return redact(JSON.stringify(value) ?? 'nothing', MAX_LENGTH);
}

/** The same for a name: without the quotes. */
export function shownName(name: string | number): string {
  return shown(String(name)).replace(/^"|"$/g, '');
}
