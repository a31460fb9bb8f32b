/**
 * SHA-256 and HMAC-SHA256: Node's own where it is there, Web Crypto on Workers and elsewhere. Web
 * Crypto hands every call to another thread, which costs ten times the work itself (bench/, hash
 * check).
 */
import type * as NodeCrypto from 'node:crypto';

const node = globalThis.process?.getBuiltinModule?.('node:crypto');
const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' };
const encoder = new TextEncoder();

export type Bytes = Uint8Array<ArrayBuffer>;

/** A secret to make and to check signatures with. */
export interface HmacKey {
  sign(message: Bytes): Promise<Bytes>;
  /** In the same time wherever the two differ. */
  verify(signature: Bytes, message: Bytes): Promise<boolean>;
}

/** @param secret at least one byte: Web Crypto takes no less */
export function createHmacKey(secret: Bytes): HmacKey {
  return node ? nodeHmacKey(secret, node) : webHmacKey(secret);
}

/** In the same time wherever the two differ. Their lengths are no secret. */
export function isSame(a: Bytes, b: Bytes): boolean {
  if (!node) return isSameByHand(a, b);
  return a.length === b.length && node.timingSafeEqual(a, b);
}

/** For {@link isSame}; by itself only for its test. */
export function isSameByHand(a: Bytes, b: Bytes): boolean {
  let difference = a.length ^ b.length;
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0);
  return difference === 0;
}

/** For {@link createHmacKey}; by itself only for its test and the bench. */
export function nodeHmacKey(
  secret: Bytes,
  { createHmac, createSecretKey }: typeof NodeCrypto,
): HmacKey {
  const key = createSecretKey(secret);
  const sign = (message: Bytes): Bytes =>
    new Uint8Array(createHmac('sha256', key).update(message).digest());
  return {
    sign: async (message) => sign(message),
    verify: async (signature, message) => isSame(signature, sign(message)),
  };
}

/** For {@link createHmacKey}; by itself only for its test and the bench. */
export function webHmacKey(secret: Bytes): HmacKey {
  const { subtle } = crypto;
  const key = subtle.importKey('raw', secret, ALGORITHM, false, ['sign', 'verify']);
  return {
    sign: async (message) => new Uint8Array(await subtle.sign('HMAC', await key, message)),
    verify: async (signature, message) => subtle.verify('HMAC', await key, signature, message),
  };
}

export async function sha256(text: string): Promise<Bytes> {
  if (node) return new Uint8Array(node.createHash('sha256').update(text).digest());
  return new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text)));
}

export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** @param hex an even number of hex digits, and nothing else */
export function fromHex(hex: string): Bytes {
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  }
  return bytes;
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Without padding (RFC 4648, 5). For what is short: each byte becomes an argument. */
export function toBase64Url(bytes: Bytes): string {
  const binary = String.fromCharCode(...bytes);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Either alphabet, with or without padding; null for what is neither. */
export function fromBase64(text: string): Bytes | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
