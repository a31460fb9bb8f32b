import type { Kept } from '../cache/kept.ts';
import type { PortalContext } from '../context.ts';
import type { Limits } from '../limits/limits.ts';
import { ProblemError } from '../problem.ts';
import { readSession, type Session } from './session.ts';

export interface Authenticated extends Session {
  portal: PortalContext;
}

interface AuthenticateOptions {
  portals: ReadonlyMap<string, PortalContext>;
  /** Tokens that were found good before: a browser shows the same one for ten minutes. */
  known: Kept<Authenticated>;
  limits: Limits;
  now: () => number;
}

/** @param ip the network of the caller, for what is counted against it */
export type Authenticate = (
  authorization: string | undefined,
  ip: string,
) => Promise<Authenticated>;

const BYTES_EACH = 1_000;
/** Three parts, the last one as long as our signatures. Anything else is not worth a look. */
const BEARER = /^Bearer ([\w-]{8,200}\.[\w-]{8,1800}\.[\w-]{43})$/;

/**
 * Who is calling, from the bearer token and nothing else: no id in a path or body chooses the
 * customer. The token says which portal issued it, by the key that fits. One that none of ours
 * signed is counted; one that was good once never is, so no customer who comes late is.
 * @throws `session-expired` for whatever is not a token of ours, or not any more;
 * `too-many-requests` for a flood of made-up ones.
 */
export function createAuthenticate(options: AuthenticateOptions): Authenticate {
  const { portals, known, limits, now } = options;
  return async (authorization, ip) => {
    const token = BEARER.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new ProblemError('session-expired');
    return known.get(token, async () => {
      const portal = await findIssuer(portals, token);
      if (!portal) return limits.within(['forged-session'], { ip }, refuse);
      const session = await readSession(portal.sessions, token, now());
      if (!session) return refuse();
      return { value: { ...session, portal }, until: session.expiresAt, bytes: BYTES_EACH };
    });
  };
}

async function findIssuer(
  portals: ReadonlyMap<string, PortalContext>,
  token: string,
): Promise<PortalContext | null> {
  for (const portal of portals.values()) {
    if (await portal.sessions.isSignedHere(token)) return portal;
  }
  return null;
}

async function refuse(): Promise<never> {
  throw new ProblemError('session-expired');
}
