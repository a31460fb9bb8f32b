import { ProblemError } from '../problem.ts';
import type { PortalContext, ServerContext } from '../context.ts';
import { readSession, type Session } from './session.ts';

export interface Authenticated extends Session {
  portal: PortalContext;
}

/**
 * Who is calling, from the bearer token and nothing else: no id in a path or body chooses the
 * customer. The token says which portal issued it, by the key that fits.
 */
export async function authenticate(
  { portals, now }: ServerContext,
  authorization: string | undefined,
): Promise<Authenticated> {
  for (const portal of portals.values()) {
    const session = await readSession(portal.sessions, authorization, now());
    if (session) return { ...session, portal };
  }
  throw new ProblemError('session-expired');
}
