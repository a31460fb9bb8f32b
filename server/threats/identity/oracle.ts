/**
 * The expected verdict on a sign-in, written from the prose of snippets/SPEC.md with Node's own
 * HMAC and no regular expression, so that it shares no mistake with the verifier.
 */
import { createHmac } from 'node:crypto';

export interface SignIn {
  customerId?: string;
  email?: string;
  hash: string;
}

const DIGITS = '0123456789';
const HEX = '0123456789abcdef';
const ALPHANUMERIC = `${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz`;
/** White_Space of Unicode, and U+FEFF. */
const SPACES = new Set(
  [
    0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
    0xfeff,
  ].concat(Array.from({ length: 11 }, (_, index) => 0x2000 + index)),
);

export function isGood({ customerId, email, hash }: SignIn, secret: string, now: number): boolean {
  if ((customerId === undefined) === (email === undefined)) return false;
  const type = email === undefined ? 'customer' : 'email';
  const id = email ?? customerId ?? '';
  if (!(type === 'email' ? isEmail(id) : isCustomer(id))) return false;
  if (isMac(hash)) {
    if (id.startsWith('v1.customer.') || id.startsWith('v1.email.')) return false;
    return hash === macOf(secret, id);
  }
  const parts = hash.split('.');
  const [version = '', expires = '', mac = ''] = parts;
  if (parts.length !== 3 || version !== 'v1' || !isTime(expires) || !isMac(mac)) return false;
  if (mac !== macOf(secret, `v1.${type}.${expires}.${id}`)) return false;
  return Number(expires) > now && Number(expires) <= now + 86_400;
}

function macOf(secret: string, message: string): string {
  return createHmac('sha256', secret).update(message, 'utf8').digest('hex');
}

function isMac(text: string): boolean {
  return text.length === 64 && hasOnly(text, HEX);
}

function isTime(text: string): boolean {
  if (text === '0') return true;
  return text.length >= 1 && text.length <= 15 && hasOnly(text, DIGITS) && !text.startsWith('0');
}

function isCustomer(id: string): boolean {
  const rest = id.slice(4);
  return (
    id.startsWith('cus_') && rest.length >= 8 && rest.length <= 64 && hasOnly(rest, ALPHANUMERIC)
  );
}

function isEmail(id: string): boolean {
  const at = id.indexOf('@');
  if (at < 1 || at === id.length - 1 || id.includes('@', at + 1)) return false;
  if (Buffer.byteLength(id, 'utf8') > 254) return false;
  return Array.from(id).every((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const isControl = code < 0x20 || (code >= 0x7f && code <= 0x9f);
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    return !isControl && !isHalf && !SPACES.has(code);
  });
}

function hasOnly(text: string, letters: string): boolean {
  return text.split('').every((letter) => letters.includes(letter));
}
