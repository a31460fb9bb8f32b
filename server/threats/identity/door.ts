/** The door of the server as an attacker finds it: any body, any headers, from any address. */
import { createHmac } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPortal, type PortalServer } from '../../index.ts';
import { readOptions, type Environment } from '../../options.ts';
import { NOW, ORIGIN, type Stage } from '../../testing/stage.ts';
import { readTextFile } from '../../text-file.ts';
import { unlimited } from '../../testing/unlimited.ts';

export interface Heard {
  status: number;
  /** The body without the request's own id, and the headers that say something: to be compared. */
  face: string;
  headers: Headers;
  text: string;
}

export interface KnockOptions {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  ip?: string;
}

/** One more server before the same Stripe: another instance, or one that is set otherwise. */
export function openBeside(
  stage: Stage,
  environment: Environment = {},
  parts: Parameters<typeof createPortal>[1] = {},
): PortalServer {
  const options = readOptions(
    {
      STRIPE_SECRET_KEY: 'sk_test_simulator',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_simulator',
      STRIPE_API_BASE: stage.stripeUrl,
      PORTICO_SECRET: stage.secret,
      PORTICO_ALLOWED_ORIGINS: ORIGIN,
      ...environment,
    },
    readTextFile,
  );
  return createPortal(options, { now: () => NOW, limits: unlimited, ...parts });
}

export async function knock(
  server: PortalServer,
  body: unknown,
  { path: where = '/v1/sessions', method = 'POST', headers = {}, ip }: KnockOptions = {},
): Promise<Heard> {
  const response = await server.fetch(
    new Request(`https://portal.example${where}`, {
      method,
      headers: { origin: ORIGIN, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
    { ip },
  );
  const text = await response.text();
  const shown = ['content-type', 'cache-control', 'vary', 'access-control-allow-origin'];
  const face = [
    response.status,
    text.replace(/"requestId":"[^"]*"/, ''),
    ...[...response.headers.keys()].toSorted(),
    ...shown.map((name) => response.headers.get(name)),
  ].join('|');
  return { status: response.status, face, headers: response.headers, text };
}

/** HMAC-SHA256 as a site's backend makes it, by Node's own library. */
export function mac(secret: string, message: string): string {
  return createHmac('sha256', secret).update(message, 'utf8').digest('hex');
}

export function expiring(secret: string, type: string, id: string, expires: number): string {
  return `v1.${expires}.${mac(secret, `v1.${type}.${expires}.${id}`)}`;
}

/** What every refused sign-in looks like, whatever was wrong with it. */
export async function refusal(server: PortalServer): Promise<string> {
  return (await knock(server, { customerId: 'cus_NffrFeUfNV2Hib', hash: '0'.repeat(64) })).face;
}

/** A portal file in a folder of its own, for `PORTICO_CONFIG`. */
export async function portalFile(content: object): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portico-threats-'));
  const name = path.join(folder, 'portal.json');
  await writeFile(name, JSON.stringify(content));
  return name;
}
