/**
 * What is wrong with a portal file before anything is read in it: too large, nested without end, with
 * names that a JavaScript object takes for its own, or a list for an object. The parser and the schema
 * let all of these pass.
 */
import { getNodePath, type Node } from 'jsonc-parser';
import { shown } from './shown.ts';

const MAX_LENGTH = 256 * 1024;
/** The deepest setting lies at six. */
const MAX_DEPTH = 20;
/** The only places where there is a list. */
const LISTS = /^(?:portals\.[^.]+\.)?products(?:\.\d+\.prices)?$/;
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

interface Fault {
  offset: number;
  what: string;
}

/** Before it is parsed: the parser takes one step down the stack for each level. */
export function findTextFault(text: string): Fault | null {
  if (text.length > MAX_LENGTH) {
    return { offset: 0, what: `the file is larger than ${MAX_LENGTH / 1024} KB` };
  }
  let depth = 0;
  let isInString = false;
  for (let offset = 0; offset < text.length; offset += 1) {
    const sign = text[offset];
    if (isInString) {
      if (sign === '\\') offset += 1;
      else if (sign === '"') isInString = false;
    } else if (sign === '"') isInString = true;
    else if (sign === '[' || sign === '{') {
      depth += 1;
      if (depth > MAX_DEPTH) return { offset, what: 'nested deeper than any setting' };
    } else if (sign === ']' || sign === '}') depth -= 1;
  }
  return null;
}

/** Names that are reserved or stand twice in one object, of which only the last would count; and lists. */
export function findShapeFault(node: Node): Fault | null {
  const path = getNodePath(node).join('.');
  if (node.type === 'array' && !LISTS.test(path)) {
    return { offset: node.offset, what: `${shown(path || 'the file')} cannot be a list` };
  }
  return findNameFault(node) ?? firstOf(node.children ?? [], findShapeFault);
}

function findNameFault({ type, children = [] }: Node): Fault | null {
  if (type !== 'object') return null;
  const seen = new Set<string>();
  return firstOf(children, ({ offset, children: [key] = [] }) => {
    const name = String(key?.value);
    if (RESERVED.has(name)) return { offset, what: `"${name}" cannot be a name` };
    if (seen.has(name)) return { offset, what: `${shown(name)} stands here twice` };
    seen.add(name);
    return null;
  });
}

function firstOf(nodes: readonly Node[], find: (node: Node) => Fault | null): Fault | null {
  for (const node of nodes) {
    const fault = find(node);
    if (fault) return fault;
  }
  return null;
}
