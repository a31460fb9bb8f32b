import { refuse } from './fault.ts';

/** What a form says before anybody knows its types. */
export type Raw = string | Raw[] | { [key: string]: Raw };

/**
 * Reads `application/x-www-form-urlencoded` with nested brackets (`items[0][price]=…`, `expand[]=…`).
 * @throws when a key is malformed, given twice, or both a value and a group.
 */
export function parseForm(text: string): { [key: string]: Raw } {
  const root: Branch = new Map();
  for (const [name, value] of new URLSearchParams(text))
    insert(root, keysOf(name), { name, value });
  return Object.fromEntries([...root].map(([key, node]) => [key, settle(node)]));
}

type Branch = Map<string, Branch | string>;

function keysOf(name: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (match === null) throw refuse(`Invalid parameter name: ${name}`, name);
  const [, head = '', tail = ''] = match;
  return [head, ...[...tail.matchAll(/\[([^[\]]*)\]/g)].map((part) => part[1] ?? '')];
}

function insert(root: Branch, keys: string[], entry: { name: string; value: string }): void {
  let branch = root;
  keys.forEach((key, depth) => {
    const slot = key === '' ? String(branch.size) : key;
    const present = branch.get(slot);
    if (depth === keys.length - 1) {
      if (present !== undefined) throw refuse(`Parameter given twice: ${entry.name}`, entry.name);
      branch.set(slot, entry.value);
    } else {
      if (typeof present === 'string') throw refuse(`Invalid object: ${entry.name}`, entry.name);
      const next: Branch = present ?? new Map();
      branch.set(slot, next);
      branch = next;
    }
  });
}

function settle(node: Branch | string): Raw {
  if (typeof node === 'string') return node;
  const keys = [...node.keys()];
  if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key))) {
    return [...node]
      .toSorted(([left], [right]) => Number(left) - Number(right))
      .map(([, child]) => settle(child));
  }
  return Object.fromEntries([...node].map(([key, child]) => [key, settle(child)]));
}
