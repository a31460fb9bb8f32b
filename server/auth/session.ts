import type { RenewResult } from '../../contract/api.ts';
import { isCustomerId } from './identity.ts';
import type { TokenSigner } from './token.ts';

export const SESSION_LIFETIME_S = 10 * 60;
export const SESSION_ABSOLUTE_LIFETIME_S = 8 * 60 * 60;

/** A verified session: whose it is, and when the customer last showed a hash. */
export interface Session {
  customerId: string;
  startedAt: number;
}

/** A token for ten minutes, but never past eight hours after the hash was shown. */
export async function issueSession(
  tokens: TokenSigner,
  session: Session,
  now: number,
): Promise<RenewResult> {
  const end = session.startedAt + SESSION_ABSOLUTE_LIFETIME_S;
  const expiresAt = Math.min(now + SESSION_LIFETIME_S, end);
  const payload = { sub: session.customerId, auth_time: session.startedAt };
  return { token: await tokens.sign(payload, expiresAt), expiresAt };
}

/** The session of a token, and until when the token is good; or null. */
export async function readSession(
  tokens: TokenSigner,
  token: string,
  now: number,
): Promise<(Session & { expiresAt: number }) | null> {
  const payload = await tokens.read(token);
  const startedAt = payload?.['auth_time'];
  if (!payload || !isCustomerId(payload.sub) || typeof startedAt !== 'number') return null;
  const expiresAt = Math.min(payload.exp ?? 0, startedAt + SESSION_ABSOLUTE_LIFETIME_S);
  return now < expiresAt ? { customerId: payload.sub, startedAt, expiresAt } : null;
}
