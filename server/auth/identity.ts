/** Who the site owner says the customer is. The two grammars are disjoint: see snippets/SPEC.md. */
export type Identity = { type: 'customer'; id: string } | { type: 'email'; id: string };

const CUSTOMER_ID = /^cus_[A-Za-z0-9]{8,64}$/;
const MAX_EMAIL_BYTES = 254;

export function isCustomerId(id: string): boolean {
  return CUSTOMER_ID.test(id);
}

/**
 * One `@` with something on both sides, no white space or control characters, well-formed
 * Unicode, at most 254 bytes. Nothing is trimmed or folded: what is signed is what is looked up.
 */
export function isEmail(id: string): boolean {
  const parts = id.split('@');
  return (
    parts.length === 2 &&
    parts.every((part) => part !== '') &&
    !/[\s\p{Cc}]/u.test(id) &&
    isWellFormed(id) &&
    new TextEncoder().encode(id).length <= MAX_EMAIL_BYTES
  );
}

function isWellFormed(text: string): boolean {
  try {
    encodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
