import { INTENT_HEADER, type Endpoint } from '../../contract/api.ts';
import type { Overview } from '../../contract/billing.ts';
import type { Problem } from '../../contract/problems.ts';
import { signHash } from '../auth/signature.ts';
import type { PortalServer } from '../index.ts';
import { ORIGIN } from './world.ts';

/** One answer of our server, and how long it took. */
export interface Heard {
  name: string;
  status: number;
  headers: string;
  text: string;
  tookMs: number;
}

export interface CustomerOptions {
  customerId: string;
  portal: string;
  secret: string;
  /** Which instance answers now. */
  server: () => PortalServer;
  nowMs: () => number;
  /** Hears every answer. */
  hear: (heard: Heard) => void;
}

interface Request {
  id?: string;
  body?: unknown;
  intent?: string;
}

/** A browser with somebody before it: signs in by hash, and again when the session has ended. */
export class CustomerBrowser {
  readonly #options: CustomerOptions;
  /** What nobody else may ever read: hashes and tokens that were in use. */
  readonly secrets: string[] = [];
  #token = '';

  constructor(options: CustomerOptions) {
    this.#options = options;
  }

  async signIn(): Promise<void> {
    const { customerId, portal, secret } = this.#options;
    const hash = await signHash(secret, { type: 'customer', id: customerId }, null);
    const heard = await this.#send('POST /v1/sessions', { body: { customerId, hash, portal } });
    const { token } = JSON.parse(heard.text);
    this.#token = typeof token === 'string' ? token : '';
    this.secrets.push(hash, ...(this.#token === '' ? [] : [this.#token]));
  }

  async call(name: Endpoint, request: Request = {}): Promise<Heard> {
    const heard = await this.#send(name, request);
    if (codeOf(heard) !== 'session-expired') return heard;
    await this.signIn();
    return this.#send(name, request);
  }

  async overview(): Promise<Overview | null> {
    const heard = await this.call('GET /v1/overview');
    return heard.status === 200 ? JSON.parse(heard.text) : null;
  }

  async #send(name: Endpoint, { id = '', body, intent }: Request): Promise<Heard> {
    const { server, nowMs, hear } = this.#options;
    const [method = '', path = ''] = name.split(' ');
    const begun = nowMs();
    const response = await server().fetch(
      new Request(`https://portal.example${path.replace(':id', id)}`, {
        method,
        headers: {
          origin: ORIGIN,
          ...(this.#token !== '' && { authorization: `Bearer ${this.#token}` }),
          ...(intent !== undefined && { [INTENT_HEADER]: intent }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const heard = {
      name,
      status: response.status,
      headers: JSON.stringify([...response.headers]),
      text: await response.text(),
      tookMs: nowMs() - begun,
    };
    hear(heard);
    return heard;
  }
}

export function problemOf({ status, text }: Heard): Problem | null {
  return status < 400 ? null : JSON.parse(text);
}

export function codeOf(heard: Heard): string {
  return problemOf(heard)?.code ?? 'ok';
}
