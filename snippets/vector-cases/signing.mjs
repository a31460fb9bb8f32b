/** What every case file needs: a fixed clock, fixed people, fixed secrets and one way to sign. */
import { createHash, createHmac } from 'node:crypto';

export const NOW = 1_800_000_000;
export const EXPIRES = NOW + 600;
export const DAY = 86_400;

export const CUSTOMER = 'cus_NffrFeUfNV2Hib';
export const EMAIL = 'ada@example.com';

/** Anybody can compute it. The dot keeps it out of the form that a server starts with. */
export function makeSecret(label) {
  const random = createHash('sha256').update(`Portico test vectors: ${label}`).digest('base64url');
  return `prt_test_${random}.public`;
}

export const SECRET = makeSecret('first');
export const OTHER_SECRET = makeSecret('second');
export const RETIRED_SECRET = makeSecret('retired');

export function hmacHex(secret, message) {
  return createHmac('sha256', secret).update(message).digest('hex');
}

/** The message of the expiring form. */
export function expiringMessage({ idType, id, expires }) {
  return `v1.${idType}.${expires}.${id}`;
}

/** The one right hash of a subject: plain where `expires` is null. */
export function sign(secret, subject) {
  if (subject.expires === null) return hmacHex(secret, subject.id);
  return `v1.${subject.expires}.${hmacHex(secret, expiringMessage(subject))}`;
}

export function customer(expires, id = CUSTOMER) {
  return { idType: 'customer', id, expires };
}

export function email(expires, id = EMAIL) {
  return { idType: 'email', id, expires };
}

/** A case that must be accepted. */
export function valid(comment, subject, { flags = [], secret = SECRET } = {}) {
  const form = subject.expires === null ? 'Plain' : 'Expiring';
  const script = [...subject.id].every((letter) => letter < '\u0080') ? [] : ['NonAscii'];
  const hash = sign(secret, subject);
  return { comment, flags: [form, ...script, ...flags], ...subject, hash, result: 'valid' };
}

/** A case that must be refused; the first flag names the step that refuses it. */
export function invalid(comment, subject, { flags, hash }) {
  return { comment, flags, ...subject, hash, result: 'invalid' };
}
