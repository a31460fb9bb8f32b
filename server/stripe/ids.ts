/**
 * The shapes of Stripe's ids. Every id that comes from a browser is held against one of these
 * before any path is built: the SDK sends `..` as it is, and `retrieve('')` becomes a list call.
 */
const PATTERNS = {
  customer: shape('cus'),
  subscription: shape('sub'),
  invoice: shape('in'),
  /** `card_`, `src_` and `ba_` are older payment methods that Stripe still lists as such. */
  paymentMethod: shape('pm|card|src|ba'),
  setupIntent: shape('seti'),
} as const;

export type IdKind = keyof typeof PATTERNS;

/** Of whatever it is given: a list of one id would look like that id to a pattern. */
export function isId(kind: IdKind, id: unknown): boolean {
  return typeof id === 'string' && PATTERNS[kind].test(id);
}

function shape(prefixes: string): RegExp {
  return new RegExp(`^(?:${prefixes})_[A-Za-z0-9]{8,64}$`);
}

/** The id of something that Stripe sends either as an id or expanded. */
export function idOf(object: string | { id: string } | null | undefined): string | null {
  return typeof object === 'string' ? object : (object?.id ?? null);
}

/** The expanded object, or null where Stripe sent only its id. */
export function expanded<Item extends object>(
  object: string | Item | null | undefined,
): Item | null {
  return typeof object === 'object' ? object : null;
}
