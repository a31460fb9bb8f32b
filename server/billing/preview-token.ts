import * as v from 'valibot';
import { ProblemError } from '../problem.ts';
import type { Billing } from './context.ts';

/** How long a customer may look at a preview before it must be made anew. */
const PREVIEW_LIFETIME_S = 10 * 60;

const claims = v.object({
  sub: v.string(),
  jti: v.string(),
  kind: v.picklist(['change', 'resubscribe']),
  subscriptionId: v.string(),
  priceId: v.string(),
  quantity: v.nullable(v.number()),
  promotionCode: v.nullable(v.string()),
  /** The second at which Stripe counts the proration, in the preview and in the real change. */
  prorationDate: v.number(),
  effective: v.picklist(['now', 'period-end']),
  currency: v.string(),
  dueNow: v.number(),
  creditLeft: v.number(),
  nextAmount: v.nullable(v.number()),
  nextAt: v.nullable(v.number()),
});

/** What a customer was shown, to the cent; nothing else may be done with the token. */
export type Shown = Omit<v.InferOutput<typeof claims>, 'sub' | 'jti'>;

/** A preview whose token was good, and the id that is its own. */
export type OpenedPreview = Shown & { id: string };

export async function sealPreview(
  { gateway, previews, now }: Billing,
  shown: Shown,
): Promise<{ previewToken: string; previewExpiresAt: number }> {
  const previewExpiresAt = now() + PREVIEW_LIFETIME_S;
  const payload = { ...shown, sub: gateway.customerId, jti: crypto.randomUUID() };
  return { previewToken: await previews.sign(payload, previewExpiresAt), previewExpiresAt };
}

/** What a token says was shown. It must be this customer's, of this kind and for this subscription. */
export async function openPreview(
  { gateway, previews }: Billing,
  token: string,
  wanted: Pick<Shown, 'kind' | 'subscriptionId'>,
): Promise<OpenedPreview> {
  const payload = await previews.read(token);
  const result = v.safeParse(claims, payload);
  if (
    !result.success ||
    result.output.sub !== gateway.customerId ||
    result.output.kind !== wanted.kind ||
    result.output.subscriptionId !== wanted.subscriptionId
  ) {
    throw new ProblemError('preview-expired');
  }
  const { sub: _sub, jti, ...shown } = result.output;
  return { ...shown, id: jti };
}

/** The part of a preview that must still hold when it is confirmed. */
export type ShownAmounts = Pick<
  Shown,
  'effective' | 'currency' | 'dueNow' | 'creditLeft' | 'nextAmount' | 'nextAt'
>;

/**
 * Throws unless what would be charged, and when, is what was shown. Where a new period begins with
 * the change, its end moves with the seconds until the customer has decided.
 */
export function assertSameAmounts(shown: Shown, current: ShownAmounts): void {
  const drift = Math.abs((shown.nextAt ?? 0) - (current.nextAt ?? 0));
  const isSame =
    shown.effective === current.effective &&
    shown.currency === current.currency &&
    shown.dueNow === current.dueNow &&
    shown.creditLeft === current.creditLeft &&
    shown.nextAmount === current.nextAmount &&
    drift <= PREVIEW_LIFETIME_S;
  if (!isSame) throw new ProblemError('amount-changed');
}
