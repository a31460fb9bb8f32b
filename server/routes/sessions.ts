import type { Hono } from 'hono';
import type { PortalSettings } from '../../contract/portal.ts';
import { issueSession } from '../auth/session.ts';
import { signIn } from '../auth/sign-in.ts';
import type { ServerContext } from '../context.ts';
import { bindReading, endpoint, publicEndpoint } from '../endpoint.ts';
import { ProblemError } from '../problem.ts';
import { Json } from '../json.ts';
import { keptOverview } from './overview.ts';
import { sessionRequest } from '../schemas.ts';
import type { Settings } from '../settings.ts';

export function sessionRoutes(app: Hono, server: ServerContext): void {
  // They are the same in every answer: written once.
  const settings = new Map(
    [...server.portals.values()].map((portal) => [
      portal.name,
      JSON.stringify(publicSettings(portal.settings, server)),
    ]),
  );
  publicEndpoint(app, server, 'POST /v1/sessions', {
    body: sessionRequest,
    status: 201,
    async handle(request, asker) {
      const { portal, customerId } = await signIn(server, request, asker);
      const now = server.now();
      const billing = bindReading(server, { portal, customerId });
      const [session, overview] = await Promise.all([
        issueSession(portal.sessions, { customerId, startedAt: now }, now),
        keptOverview(server, { portal, customerId }, billing),
      ]);
      const open = JSON.stringify(session).slice(0, -1);
      return new Json(`${open},"portal":${settings.get(portal.name)},"overview":${overview.text}}`);
    },
  });

  endpoint(app, server, 'POST /v1/sessions/renew', {
    limits: ['kept'],
    async handle({ caller }) {
      const renewed = await issueSession(caller.portal.sessions, caller, server.now());
      if (renewed.expiresAt <= server.now()) throw new ProblemError('session-expired');
      return renewed;
    },
  });
}

function publicSettings(settings: Settings, { options }: ServerContext): PortalSettings {
  const { features, cancelEffective, locale, texts } = settings;
  return { features, cancelEffective, locale, texts, testMode: options.mode === 'test' };
}
