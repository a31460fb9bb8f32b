import type { Kept } from '../cache/kept.ts';
import type { PortalContext } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { readSession, type Session } from './session.ts';

export interface Authenticated extends Session {
  portal: PortalContext;
}

interface AuthenticateOptions {
  portals: ReadonlyMap<string, PortalContext>;
  /** Tokens that were found good before: a browser shows the same one for ten minutes. */
  known: Kept<Authenticated>;
  now: () => number;
}

export type Authenticate = (authorization: string | undefined) => Promise<Authenticated>;

const BYTES_EACH = 1_000;

/**
 * Who is calling, from the bearer token and nothing else: no id in a path or body chooses the
 * customer. The token says which portal issued it, by the key that fits.
 * @throws `session-expired` for whatever is not a token of ours, or not any more.
 */
export function createAuthenticate({ portals, known, now }: AuthenticateOptions): Authenticate {
  return async (authorization) => {
    const token = /^Bearer ([\w.-]{1,2048})$/.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new ProblemError('session-expired');
    return known.get(token, async () => {
      for (const portal of portals.values()) {
        const session = await readSession(portal.sessions, token, now());
        if (session) {
          return { value: { ...session, portal }, until: session.expiresAt, bytes: BYTES_EACH };
        }
      }
      throw new ProblemError('session-expired');
    });
  };
}
