import type { Context } from 'hono';

/** Where a request came from, as the entry knows it. */
export interface Peer {
  /** The address at the other end of the connection, or what the platform vouches for. */
  ip?: string | undefined;
}

interface Route extends Peer {
  /** `X-Forwarded-For`: each proxy adds the address that it was asked from at the end. */
  forwardedFor: string | null;
  /** How many proxies of the site owner's own stand before this server. */
  trustedProxies: number;
}

/** For whom no address is known; all of them are counted as one. */
const UNKNOWN = 'unknown';

/**
 * The network that a request came from, to count by: an IPv4 address, or the first 64 bits of an
 * IPv6 one, because a home has all the others to itself. What stands in `X-Forwarded-For` before
 * the entries of the trusted proxies was written by the caller, and is not looked at.
 */
export function clientNetwork({ ip, forwardedFor, trustedProxies }: Route): string {
  if (trustedProxies === 0) return networkOf(ip ?? '') ?? UNKNOWN;
  const hops = (forwardedFor ?? '').split(',').slice(-trustedProxies);
  return networkOf((hops[0] ?? '').trim()) ?? networkOf(ip ?? '') ?? UNKNOWN;
}

/** The network of the caller, where createPortal has put it. */
export function networkOfCaller(context: Context): string {
  const { network } = context.env as { network?: string };
  return network ?? UNKNOWN;
}

function networkOf(address: string): string | null {
  const bare = /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? address;
  const mapped = bare.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^([\d.]+):\d+$/, '$1');
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(mapped)) return mapped;
  return first64Bits(bare.replace(/%.*$/, ''));
}

function first64Bits(address: string): string | null {
  if (!/^[0-9a-f:.]{1,45}$/i.test(address) || !address.includes(':')) return null;
  const [before = '', after] = address.split('::');
  const head = groupsOf(before);
  const tail = groupsOf(after ?? '');
  const missing = Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  const groups = after === undefined ? head : [...head, ...missing, ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
